package io.vestibule.enrol;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.journal.JournalRunner;
import io.vestibule.journal.NewStep;
import io.vestibule.journal.Step;
import io.vestibule.people.PersonCommands;
import io.vestibule.people.PhotoRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Removes people and photos: hidden at once, gone everywhere ten seconds later, undone until then.
public final class RemoveFlow implements PersonCommands {

    /// How long a removal can be undone.
    public static final Duration GRACE = Duration.ofSeconds(10);

    private static final List<String> STEPS =
            List.of(StepKind.DISASSOCIATE, StepKind.DELETE_FACES, StepKind.DELETE_USER, StepKind.DELETE_PERSON);

    private final Records records;
    private final JournalRunner runner;
    private final EnrolFlow enrol;

    public RemoveFlow(Records records, JournalRunner runner, EnrolFlow enrol) {
        this.records = records;
        this.runner = runner;
        this.enrol = enrol;
    }

    @Override
    public Removal remove(PersonId person) {
        records.session().require(Permission.REMOVE_PEOPLE);
        return remove(person, GRACE, "person.removed");
    }

    /// Their time is over: nobody is asked.
    Removal expire(PersonId person) {
        return remove(person, Duration.ZERO, "person.expired");
    }

    private Removal remove(PersonId person, Duration grace, String action) {
        var removal = records.database().inTransaction(() -> {
            var interrupted = openJobs(person);
            interrupted.forEach(records.journal()::drop);
            records.people()
                    .persons()
                    .setRemoved(person, Optional.of(records.clock().instant()));
            records.log().append(action, person.toString());
            var steps = STEPS.stream()
                    .map(kind -> new NewStep(kind, person.toString()))
                    .toList();
            return new Removal(person, records.journal().add(steps, grace), !interrupted.isEmpty());
        });
        runner.wake();
        return removal;
    }

    @Override
    public boolean undo(Removal removal) {
        var undone = records.database().inTransaction(() -> {
            if (!records.journal().drop(removal.job())) {
                return false;
            }
            records.people().persons().setRemoved(removal.person(), Optional.empty());
            records.log().append("person.restored", removal.person().toString());
            return true;
        });
        if (undone && removal.interrupted()) {
            enrol.resume(removal.person());
        }
        return undone;
    }

    @Override
    public UUID removePhoto(PhotoId photo) {
        records.session().require(Permission.ENROL);
        return erase(photo, "photo.removed");
    }

    /// A refused photo has been kept for long enough.
    UUID expire(PhotoId photo) {
        return erase(photo, "photo.expired");
    }

    private UUID erase(PhotoId photo, String action) {
        var job = records.database().inTransaction(() -> {
            records.log().append(action, photo.toString());
            return records.journal().add(List.of(new NewStep(StepKind.ERASE_PHOTO, photo.toString())), Duration.ZERO);
        });
        runner.wake();
        return job;
    }

    @Override
    public void retry(PersonId person) {
        records.session().require(Permission.ENROL);
        openJobs(person).forEach(records.journal()::hasten);
        runner.wake();
    }

    private List<UUID> openJobs(PersonId person) {
        var photos = records.people().photos().of(person).stream().map(PhotoRecord::id);
        return Stream.concat(Stream.of(person.toString()), photos.map(PhotoId::toString))
                .flatMap(subject -> records.journal().openFor(subject).stream())
                .map(Step::job)
                .distinct()
                .toList();
    }
}
