package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.Collections;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.enrol.Records;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.Change;
import io.vestibule.people.change.Undo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives one photo to somebody else: at once in the tables, in the collection by the journal. Taking it back is one
/// more move, since the collection may have followed already.
public final class MoveFlow {

    private final Records records;
    private final PhotoMove move;
    private final Known known;

    public MoveFlow(Records records, Collections collections) {
        this.records = records;
        this.move = new PhotoMove(records, collections);
        this.known = new Known(records);
    }

    /// See [io.vestibule.people.change.PersonCommands#move].
    public Undo move(PhotoId id, PersonId to) {
        records.session().require(Permission.MANAGE_PEOPLE);
        var change = records.database().inTransaction(() -> {
            var photo = known.photo(id);
            var from = known.person(photo.person());
            var target = known.person(to);
            known.permit(from, target);
            if (from.id().equals(to) || !from.company().equals(target.company())) {
                throw new EnrolException("enrol.move-nowhere");
            }
            if (!move.permitsPhotos(target)) {
                throw new EnrolException("enrol.photos-declined");
            }
            var moved = move.give(photo, from, target, records.people().photos().nextPlace(to));
            records.log().append("photo.moved", id.toString());
            follow(target, from, moved, false);
            var made = Change.of(Undo.Deed.MOVE, from.id(), records.clock().instant())
                    .to(to)
                    .about(id)
                    .moving(List.of(moved));
            records.changes().insert(made);
            return made;
        });
        return undoable(change);
    }

    private void follow(Person owner, Person other, Change.Moved photo, boolean back) {
        var steps = new ArrayList<NewStep>(PhotoMove.steps(owner, List.of(photo), back));
        steps.add(new NewStep(EnrolStep.FOLLOW_USER, other.id().toString()));
        records.journal().add(steps, Duration.ZERO);
    }

    Undo undoable(Change change) {
        return new ChangeUndo(change, this::undo);
    }

    private boolean undo(Change made) {
        records.session().require(Permission.MANAGE_PEOPLE);
        return records.database().inTransaction(() -> {
            var photo = known.presentPhoto(made.photo().orElseThrow());
            var from = known.present(made.person());
            var to = records.people().persons().find(made.other().orElseThrow());
            if (known.open(made).isEmpty() || from.isEmpty() || to.isEmpty() || !with(photo, to)) {
                return false;
            }
            known.permit(from.get(), to.get());
            var before = made.moved().getFirst();
            move.give(photo.get(), to.get(), from.get(), before.place());
            records.changes().delete(made.id());
            records.log().append("photo.move-undone", before.photo().toString());
            follow(from.get(), to.get(), before, true);
            return true;
        });
    }

    private static boolean with(Optional<PhotoRecord> photo, Optional<Person> person) {
        return photo.map(PhotoRecord::person).equals(person.map(Person::id));
    }
}
