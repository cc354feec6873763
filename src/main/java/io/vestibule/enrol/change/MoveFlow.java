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
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.PersonChange;
import io.vestibule.people.change.Undo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Moves one photo to another person: immediately in the tables, in the collection by the journal. Undo is another
/// move, since the collection may have been updated already.
public final class MoveFlow {

    private final EnrolContext context;
    private final PhotoMove move;
    private final ChangeGuards guards;

    public MoveFlow(EnrolContext enrolContext, CompanyCollections companyCollections) {
        this.context = enrolContext;
        this.move = new PhotoMove(enrolContext, companyCollections);
        this.guards = new ChangeGuards(enrolContext);
    }

    /// See [io.vestibule.people.change.PersonCommands#move].
    public Undo move(PhotoId id, PersonId to) {
        context.session().require(Permission.MANAGE_PEOPLE);
        var personChange = context.database().inTransaction(() -> {
            var photo = guards.requirePhoto(id);
            var from = guards.requirePerson(photo.person());
            var target = guards.requirePerson(to);
            guards.requireWatchPermission(from, target);
            if (from.id().equals(to) || !from.company().equals(target.company())) {
                throw new EnrolException("enrol.move-nowhere");
            }
            if (!move.permitsPhotos(target)) {
                throw new EnrolException("enrol.photos-declined");
            }
            var moved =
                    move.reassign(photo, from, target, context.people().photos().nextPosition(to));
            context.log().append("photo.moved", id.toString());
            addMoveSteps(target, from, moved, false);
            var made = PersonChange.of(
                            Undo.ChangeKind.MOVE, from.id(), context.clock().instant())
                    .withOtherPerson(to)
                    .withPhoto(id)
                    .withMoved(List.of(moved));
            context.changes().insert(made);
            return made;
        });
        return undoable(personChange);
    }

    private void addMoveSteps(Person owner, Person other, PersonChange.Moved photo, boolean back) {
        var steps = new ArrayList<NewStep>(PhotoMove.steps(owner, List.of(photo), back));
        steps.add(new NewStep(EnrolStep.FOLLOW_USER, other.id().toString()));
        context.journal().add(steps, Duration.ZERO);
    }

    Undo undoable(PersonChange personChange) {
        return new ChangeUndo(personChange, this::undo);
    }

    private boolean undo(PersonChange made) {
        context.session().require(Permission.MANAGE_PEOPLE);
        return context.database().inTransaction(() -> {
            var photo = guards.findPhoto(made.photo().orElseThrow());
            var from = guards.findPerson(made.person());
            var to = context.people().persons().find(made.otherPerson().orElseThrow());
            if (guards.open(made).isEmpty() || from.isEmpty() || to.isEmpty() || !with(photo, to)) {
                return false;
            }
            guards.requireWatchPermission(from.get(), to.get());
            var before = made.moved().getFirst();
            move.reassign(photo.get(), to.get(), from.get(), before.position());
            context.requirePhotosPermitted(made.person());
            context.changes().delete(made.id());
            context.log().append("photo.move-undone", before.photo().toString());
            addMoveSteps(from.get(), to.get(), before, true);
            return true;
        });
    }

    private static boolean with(Optional<PhotoRecord> photo, Optional<Person> person) {
        return photo.map(PhotoRecord::person).equals(person.map(Person::id));
    }
}
