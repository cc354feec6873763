package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.enrol.Records;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.Change;
import io.vestibule.people.change.Undo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Removes people and photos: hidden at once, gone everywhere ten seconds later, undone until then.
public final class RemoveFlow {

    private static final List<EnrolStep> STEPS =
            List.of(EnrolStep.DISASSOCIATE, EnrolStep.DELETE_FACES, EnrolStep.DELETE_USER, EnrolStep.DELETE_PERSON);

    private final Records records;
    private final EnrolFlow enrol;
    private final OpenWork open;
    private final Known known;

    public RemoveFlow(Records records, EnrolFlow enrol) {
        this.records = records;
        this.enrol = enrol;
        this.open = new OpenWork(records);
        this.known = new Known(records);
    }

    /// See [io.vestibule.people.change.PersonCommands#remove].
    public Undo remove(PersonId person) {
        records.session().require(Permission.REMOVE_PEOPLE);
        return undoable(hide(person, Undo.WINDOW, "person.removed"));
    }

    /// Their time is over: nobody is asked.
    void expire(PersonId person) {
        hide(person, Duration.ZERO, "person.expired");
    }

    private Change hide(PersonId id, Duration grace, String action) {
        return records.database().inTransaction(() -> {
            var person = known.person(id);
            var interrupted = open.drop(person.id());
            records.people()
                    .persons()
                    .setRemoved(id, Optional.of(records.clock().instant()));
            records.log().append(action, id.toString());
            var steps =
                    STEPS.stream().map(kind -> new NewStep(kind, id.toString())).toList();
            var made = Change.of(Undo.Deed.REMOVE, id, records.clock().instant())
                    .followedBy(records.journal().add(steps, grace), interrupted);
            if (grace.isPositive()) {
                records.changes().insert(made);
            }
            return made;
        });
    }

    /// See [io.vestibule.people.change.PersonCommands#removePhoto].
    public Undo removePhoto(PhotoId photo) {
        records.session().require(Permission.ENROL);
        return undoable(hide(photo, Undo.WINDOW, "photo.removed", List.of()));
    }

    /// Removes a photo to make room.
    ///
    /// @param then what is to be done when it is gone; dropped with the removal when that is taken back
    public Undo removePhoto(PhotoId photo, List<NewStep> then) {
        records.session().require(Permission.ENROL);
        return undoable(hide(photo, Undo.WINDOW, "photo.removed", then));
    }

    /// Another photo takes its place.
    public void replace(PhotoId photo) {
        records.session().require(Permission.ENROL);
        hide(photo, Duration.ZERO, "photo.replaced", List.of());
    }

    /// A refused photo has been kept for long enough.
    void expire(PhotoId photo) {
        hide(photo, Duration.ZERO, "photo.expired", List.of());
    }

    private Change hide(PhotoId id, Duration grace, String action, List<NewStep> then) {
        return records.database().inTransaction(() -> {
            var photo = known.photo(id);
            records.people().photos().setRemoved(id, Optional.of(records.clock().instant()));
            records.log().append(action, id.toString());
            var steps = new ArrayList<NewStep>();
            steps.add(new NewStep(EnrolStep.ERASE_PHOTO, id.toString()));
            steps.addAll(then);
            var job = records.journal().add(steps, grace);
            var made = Change.of(
                            Undo.Deed.REMOVE_PHOTO,
                            photo.person(),
                            records.clock().instant())
                    .about(id)
                    .followedBy(job, false);
            if (grace.isPositive()) {
                records.changes().insert(made);
            }
            return made;
        });
    }

    Undo undoable(Change change) {
        return new ChangeUndo(change, this::undo);
    }

    private boolean undo(Change change) {
        var deed = change.deed();
        records.session().require(deed == Undo.Deed.REMOVE ? Permission.REMOVE_PEOPLE : Permission.ENROL);
        var undone = records.database().inTransaction(() -> {
            if (!records.journal().dropUnbegun(change.job().orElseThrow())) {
                return false;
            }
            records.changes().delete(change.id());
            if (deed == Undo.Deed.REMOVE) {
                records.people().persons().setRemoved(change.person(), Optional.empty());
                records.log().append("person.restored", change.person().toString());
            } else {
                var photo = change.photo().orElseThrow();
                records.people().photos().setRemoved(photo, Optional.empty());
                records.log().append("photo.restored", photo.toString());
            }
            return true;
        });
        if (undone) {
            resume(change);
        }
        return undone;
    }

    /// What was on its way goes on. The steps of others passed over a photo that was hidden, and over the photos of
    /// somebody who was.
    private void resume(Change change) {
        change.photo()
                .flatMap(records.people().photos()::find)
                .map(PhotoRecord::person)
                .or(() -> Optional.of(change.person()))
                .flatMap(known::present)
                .ifPresent(person -> enrol.resume(person.id()));
    }

    /// Tries what waits or is parked for this person again now.
    public void retry(PersonId person) {
        records.session().require(Permission.ENROL);
        open.all(person).forEach(records.journal()::hasten);
    }
}
