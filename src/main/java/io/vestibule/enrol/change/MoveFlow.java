package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.Person;
import io.vestibule.people.change.PersonChange;
import io.vestibule.people.change.Undo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Moves one photo to another person: immediately in the tables, in the collection by the journal. Undo is another
/// move, since the collection may have been updated already.
public final class MoveFlow {

    private final EnrolContext context;
    private final PhotoMove move;
    private final ChangeGuards guards;
    private final UndoRules rules;

    public MoveFlow(EnrolContext enrolContext, CompanyCollections companyCollections) {
        this.context = enrolContext;
        this.move = new PhotoMove(enrolContext, companyCollections);
        this.guards = new ChangeGuards(enrolContext);
        this.rules = new UndoRules(enrolContext);
    }

    /// See [io.vestibule.people.change.PersonCommands#move].
    public Undo move(PhotoId id, PersonId to) {
        context.session().require(Permission.MANAGE_PEOPLE);
        var personChange = context.database().inTransaction(() -> {
            var photo = guards.requirePhoto(id);
            var from = guards.requirePerson(photo.person());
            var target = guards.requirePerson(to);
            guards.requireWatchPermission(from, target);
            guards.requireNotHeld(from.id());
            if (from.id().equals(to) || !from.company().equals(target.company())) {
                throw new EnrolException("enrol.move-nowhere");
            }
            if (!move.permitsPhotos(target)) {
                throw new EnrolException("enrol.photos-declined");
            }
            var newUser = move.createsUser(target);
            var moved =
                    move.reassign(photo, from, target, context.people().photos().nextPosition(to));
            context.log().append("photo.moved", id.toString());
            context.log().append("person.photo-moved-away", from.id().toString());
            context.log().append("person.photo-moved-here", to.toString());
            context.journal().add(target.company(), moveSteps(target, from, moved, false), Duration.ZERO);
            var made = PersonChange.of(
                            Undo.ChangeKind.MOVE, from.id(), context.clock().instant())
                    .withOtherPerson(to)
                    .withPhoto(id)
                    .withNewUser(newUser)
                    .withMoved(List.of(moved));
            context.changes().insert(made);
            return made;
        });
        return undoable(personChange);
    }

    private List<NewStep> moveSteps(Person owner, Person other, PersonChange.Moved photo, boolean back) {
        var steps = new ArrayList<NewStep>(PhotoMove.steps(owner, List.of(photo), back));
        steps.add(new NewStep(EnrolStep.FOLLOW_USER, other.id().toString()));
        return steps;
    }

    Undo undoable(PersonChange personChange) {
        return new ChangeUndo(personChange, rules, this::revert);
    }

    private void revert(PersonChange made) {
        var photo = guards.requirePhoto(made.photo().orElseThrow());
        var from = guards.requirePerson(made.person());
        // The person who got the photo may have been removed since then.
        var to = context.people().persons().find(photo.person()).orElseThrow();
        var before = made.moved().getFirst();
        move.reassign(photo, to, from, before.position());
        context.log().append("photo.move-undone", before.photo().toString());
        var steps = moveSteps(from, to, before, true);
        if (made.newUser()) {
            steps.add(new NewStep(EnrolStep.DELETE_EMPTY_USER, to.id().toString()));
        }
        context.journal().add(from.company(), steps, Duration.ZERO);
    }
}
