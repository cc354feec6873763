package io.vestibule.people.change;

import io.vestibule.base.PersonId;
import java.time.Duration;
import java.time.Instant;

/// A change of a person that can still be undone. Stored in the database, so undo also works after a restart (see
/// [PersonCommands#undoable]).
public interface Undo {

    /// Undo period of a change.
    Duration WINDOW = Duration.ofSeconds(10);

    /// Kind of the change, for the text on the screen.
    enum ChangeKind {
        EDIT,
        RENEW,
        MOVE,
        MERGE,
        REMOVE_PHOTO,
        REMOVE
    }

    ChangeKind kind();

    /// Who was edited, renewed or removed, whose photo was removed or moved away, or who was merged into another
    /// person.
    PersonId person();

    /// When the undo period ends.
    Instant until();

    /// Undoes the change. Blocks for the database; the journal updates the collection afterwards, also after a crash.
    ///
    /// @return false if it was too late, or the change was already undone; then nothing has changed
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    /// @throws RuntimeException the enrolment's own exception, which carries problems, if photos would be with
    /// a person who has declined photos; nothing has changed then
    boolean undo();
}
