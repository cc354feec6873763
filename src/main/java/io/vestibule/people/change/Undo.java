package io.vestibule.people.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import java.time.Duration;
import java.time.Instant;

/// A change of a person that can still be undone. Stored in the database, so undo also works after a restart (see
/// [PersonCommands#undoable]).
public interface Undo {

    /// Undo period of a change.
    Duration WINDOW = Duration.ofSeconds(10);

    /// Undo period of a removal that nobody ordered.
    Duration EXPIRY_GRACE = Duration.ofDays(1);

    /// How changes are undone.
    enum Reversal {
        /// The previous values are written back. A collection stores none of them.
        RESTORE,
        /// The collection is updated at once; the undo updates it back.
        COMPENSATE,
        /// The jobs of the change are due after the undo period. The undo drops them, until one has started.
        WITHDRAW,
        /// Not at all: another change is made instead, for instance whoever was enrolled is removed.
        NONE
    }

    /// Every kind of change of people, and whether and how it is undone. Nothing else decides that: the flows, the
    /// banners with their Ctrl+Z, and Activity ask for the undo of a change, which checks it by its kind.
    enum ChangeKind {
        EDIT(Reversal.RESTORE, Permission.ENROL),
        RENEW(Reversal.RESTORE, Permission.ENROL),
        MOVE(Reversal.COMPENSATE, Permission.MANAGE_PEOPLE),
        MERGE(Reversal.COMPENSATE, Permission.MANAGE_PEOPLE),
        /// A deferred duplicate search found somebody, and the operator answered that it is the same person.
        SAME_PERSON(Reversal.WITHDRAW, Permission.ENROL),
        /// The same, and the new values and photos replace the old ones.
        UPDATE(Reversal.WITHDRAW, Permission.ENROL),
        /// An enrolment of somebody who is enrolled already: their values are renewed or replaced, and photos
        /// added.
        ENROL_KNOWN(Reversal.COMPENSATE, Permission.ENROL),
        REMOVE_PHOTO(Reversal.WITHDRAW, Permission.ENROL),
        REMOVE(Reversal.WITHDRAW, Permission.REMOVE_PEOPLE),
        /// The person withdrew consent: a removal that the reception may record, too.
        CONSENT_WITHDRAWN(Reversal.WITHDRAW, Permission.WITHDRAW_CONSENT),
        /// A retention period was over; nobody ordered the removal.
        EXPIRE(Reversal.WITHDRAW, Permission.REMOVE_PEOPLE),
        /// The same of a refused photo.
        EXPIRE_PHOTO(Reversal.WITHDRAW, Permission.ENROL),
        /// A photo of low similarity is accepted; it is associated when this can no longer be undone.
        ACCEPT_PHOTO(Reversal.WITHDRAW, Permission.ACCEPT_LOWER),
        /// An enrolment of somebody new.
        ENROL(Reversal.NONE, Permission.ENROL),
        ADD_PHOTOS(Reversal.NONE, Permission.ENROL),
        /// The operator answered that whoever was found is somebody else.
        DIFFERENT_PERSON(Reversal.NONE, Permission.ENROL),
        ADOPT(Reversal.NONE, Permission.MANAGE_PEOPLE),
        TRANSFER(Reversal.NONE, Permission.MANAGE_SETTINGS),
        /// Sending a photo again, keeping one, or polling a user. Repairs that move, merge or remove are
        /// changes of those kinds.
        REPAIR(Reversal.NONE, Permission.ENROL);

        private final Reversal reversal;
        private final Permission permission;

        ChangeKind(Reversal reversal, Permission permission) {
            this.reversal = reversal;
            this.permission = permission;
        }

        public Reversal reversal() {
            return reversal;
        }

        /// Who may undo it: everybody who may make it.
        public Permission permission() {
            return permission;
        }

        /// Undo period of the change.
        public Duration window() {
            return this == EXPIRE || this == EXPIRE_PHOTO ? EXPIRY_GRACE : WINDOW;
        }

        public boolean isUndoable() {
            return reversal != Reversal.NONE;
        }

        /// Whether the person is hidden, and erased when it can no longer be undone.
        public boolean isRemoval() {
            return this == REMOVE || this == CONSENT_WITHDRAWN || this == EXPIRE;
        }

        /// Whether one of two people is hidden and their photos and legal bases are the other's from then on.
        public boolean isMerge() {
            return this == MERGE || this == SAME_PERSON || this == UPDATE;
        }
    }

    ChangeKind kind();

    /// Who was edited, renewed or removed, whose photo was removed or moved away, or who was merged into another
    /// person.
    PersonId person();

    /// When the undo period ends.
    Instant until();

    /// Undoes the change. Blocks for the database; the journal updates the collection afterwards, also after a
    /// crash.
    ///
    /// @return false if it was too late, or the change was already undone; then nothing has changed
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    /// @throws RuntimeException the enrolment's own exception, which carries problems, if the people would not have
    ///     the legal basis for their kind and photos, or a photo was saved again since; nothing has changed then
    boolean undo();
}
