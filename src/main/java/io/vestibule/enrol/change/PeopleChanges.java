package io.vestibule.enrol.change;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.change.PersonChange;
import io.vestibule.people.change.PersonCommands;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.Undo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All changes of people behind the one port that the screens use.
public final class PeopleChanges implements PersonCommands {

    private final EnrolContext context;
    private final EditFlow edit;
    private final RenewFlow renew;
    private final MoveFlow move;
    private final MergeFlow merge;
    private final RemoveFlow remove;
    private final KnownPersonUndo known;
    private final AcceptFlow accept;
    private final UndoRules rules;

    public PeopleChanges(
            EnrolContext enrolContext,
            EditFlow edit,
            RenewFlow renew,
            MoveFlow move,
            MergeFlow merge,
            RemoveFlow remove) {
        this.context = enrolContext;
        this.edit = edit;
        this.renew = renew;
        this.move = move;
        this.merge = merge;
        this.remove = remove;
        this.known = new KnownPersonUndo(enrolContext);
        this.accept = new AcceptFlow(enrolContext);
        this.rules = new UndoRules(enrolContext);
    }

    @Override
    public Undo edit(PersonId person, PersonEdit typed) {
        return edit.edit(person, typed);
    }

    @Override
    public Undo renew(PersonId person, LegalBasis basis, Instant until) {
        return renew.renew(person, basis, until);
    }

    @Override
    public Undo move(PhotoId photo, PersonId to) {
        return move.move(photo, to);
    }

    @Override
    public Undo merge(PersonId from, PersonId into) {
        return merge.merge(from, into);
    }

    @Override
    public Undo removePhoto(PhotoId photo) {
        return remove.removePhoto(photo);
    }

    @Override
    public Undo remove(PersonId person) {
        return remove.remove(person);
    }

    @Override
    public Undo withdrawConsent(PersonId person) {
        return remove.withdrawConsent(person);
    }

    @Override
    public List<Undo> undoable() {
        return context.changes().findUndoable(context.clock().instant()).stream()
                .flatMap(change -> rules.open(change).stream())
                .map(this::undoable)
                .toList();
    }

    /// The undo of the change that Activity shows by this job, if it can be undone now.
    public Optional<Undo> findUndo(UUID job) {
        return context.changes().findByJob(job).flatMap(rules::open).map(this::undoable);
    }

    private Undo undoable(PersonChange personChange) {
        return switch (personChange.kind()) {
            case EDIT -> edit.undoable(personChange);
            case RENEW -> renew.undoable(personChange);
            case MOVE -> move.undoable(personChange);
            case MERGE, SAME_PERSON, UPDATE -> merge.undoable(personChange);
            case REMOVE, CONSENT_WITHDRAWN, REMOVE_PHOTO, EXPIRE, EXPIRE_PHOTO -> remove.undoable(personChange);
            case ENROL_KNOWN -> known.undoable(personChange);
            case ACCEPT_PHOTO -> accept.undoable(personChange);
            case ENROL, ADD_PHOTOS, DIFFERENT_PERSON, ADOPT, TRANSFER, REPAIR ->
                throw new IllegalArgumentException("Not undoable: " + personChange.kind());
        };
    }

    @Override
    public void retry(PersonId person) {
        remove.retry(person);
    }
}
