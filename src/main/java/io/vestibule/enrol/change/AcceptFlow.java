package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.change.PersonChange;
import io.vestibule.people.change.Undo;
import java.util.List;
import java.util.Optional;

/// Accepts one photo although its similarity to the person is below the threshold. It is marked as accepted at once
/// and associated ten seconds later; until then that can be undone.
public final class AcceptFlow {

    private final EnrolContext context;
    private final ChangeGuards guards;
    private final UndoRules rules;

    public AcceptFlow(EnrolContext enrolContext) {
        this.context = enrolContext;
        this.guards = new ChangeGuards(enrolContext);
        this.rules = new UndoRules(enrolContext);
    }

    /// @throws io.vestibule.enrol.EnrolException `enrol.photo-gone`
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission `ACCEPT_LOWER`
    public Undo accept(PhotoId id) {
        context.session().require(Permission.ACCEPT_LOWER);
        return undoable(context.database().inTransaction(() -> {
            var photo = guards.requirePhoto(id);
            guards.requireWatchPermission(photo);
            var now = context.clock().instant();
            if (!photo.accepted()) {
                context.people().photos().setAccepted(id, Optional.of(now));
            }
            context.log().append("photo.accepted-lower", id.toString());
            var steps = List.of(
                    new NewStep(EnrolStep.ACCEPT_FACE, id.toString()),
                    new NewStep(EnrolStep.GO_ON, id.toString()),
                    new NewStep(EnrolStep.FOLLOW_USER, photo.person().toString()));
            var made = PersonChange.of(Undo.ChangeKind.ACCEPT_PHOTO, photo.person(), now)
                    .withJob(context.journal().add(photo.company(), steps, Undo.WINDOW));
            // Without the photo, the undo leaves an earlier acceptance as it was.
            var stored = photo.accepted() ? made : made.withPhoto(id);
            context.changes().insert(stored);
            return stored;
        }));
    }

    Undo undoable(PersonChange personChange) {
        return new ChangeUndo(personChange, rules, this::revert);
    }

    private void revert(PersonChange made) {
        made.photo().ifPresent(accepted -> {
            var photo = guards.requirePhoto(accepted).id();
            context.people().photos().setAccepted(photo, Optional.empty());
            context.log().append("photo.acceptance-undone", photo.toString());
        });
    }
}
