package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.Records;
import io.vestibule.enrol.StepKind;
import io.vestibule.journal.JournalRunner;
import io.vestibule.journal.NewStep;
import io.vestibule.people.Person;
import io.vestibule.people.change.Change;
import io.vestibule.people.change.Undo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Removes people and photos: hidden at once, gone everywhere ten seconds later, undone until then.
public final class RemoveFlow {

    private static final List<String> STEPS =
            List.of(StepKind.DISASSOCIATE, StepKind.DELETE_FACES, StepKind.DELETE_USER, StepKind.DELETE_PERSON);

    private final Records records;
    private final JournalRunner runner;
    private final EnrolFlow enrol;
    private final OpenWork open;

    public RemoveFlow(Records records, JournalRunner runner, EnrolFlow enrol) {
        this.records = records;
        this.runner = runner;
        this.enrol = enrol;
        this.open = new OpenWork(records);
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
        var change = records.database().inTransaction(() -> {
            var person = present(id);
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
        runner.wake();
        return change;
    }

    /// See [io.vestibule.people.change.PersonCommands#removePhoto].
    public Undo removePhoto(PhotoId photo) {
        records.session().require(Permission.ENROL);
        return undoable(hide(photo, Undo.WINDOW, "photo.removed"));
    }

    /// A refused photo has been kept for long enough, or another one takes its place.
    public void expire(PhotoId photo) {
        hide(photo, Duration.ZERO, "photo.expired");
    }

    private Change hide(PhotoId id, Duration grace, String action) {
        var change = records.database().inTransaction(() -> {
            var photo = records.people()
                    .photos()
                    .find(id)
                    .filter(known -> !known.removed())
                    .orElseThrow(() -> new EnrolException("enrol.photo-gone"));
            records.people().photos().setRemoved(id, Optional.of(records.clock().instant()));
            records.log().append(action, id.toString());
            var job = records.journal().add(List.of(new NewStep(StepKind.ERASE_PHOTO, id.toString())), grace);
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
        runner.wake();
        return change;
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

    /// What was on its way goes on. A photo that was hidden was passed over by the steps of its person.
    private void resume(Change change) {
        var photoGoesOn = change.deed() == Undo.Deed.REMOVE_PHOTO
                && records.people()
                        .persons()
                        .find(change.person())
                        .filter(person -> person.removed().isEmpty())
                        .isPresent();
        if (change.interrupted() || photoGoesOn) {
            enrol.resume(change.person());
        }
    }

    private Person present(PersonId person) {
        return records.people()
                .persons()
                .find(person)
                .filter(known -> known.removed().isEmpty())
                .orElseThrow(() -> new EnrolException("enrol.person-gone"));
    }

    /// Tries what waits or is parked for this person again now.
    public void retry(PersonId person) {
        records.session().require(Permission.ENROL);
        open.jobs(person).forEach(records.journal()::hasten);
        runner.wake();
    }
}
