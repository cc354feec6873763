package io.vestibule.doctor;

import static io.vestibule.doctor.DiscrepancyState.LEFT;
import static io.vestibule.doctor.DiscrepancyState.SETTLED;

import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.journal.run.Backoff;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepHandler;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.Person;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Performs the remedies. Each is safe to perform twice: it looks again at what there is, and does only what is still
/// needed.
public final class RemedySteps {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RemedyContext remedies;
    private final DiscrepancyStore store;
    private final FaceRemedies faces;
    private final UserRemedies users;
    private final FileRemedies files;

    public RemedySteps(RemedyContext remedies) {
        this.remedies = remedies;
        this.store = new DiscrepancyStore(remedies.records().database());
        this.faces = new FaceRemedies(remedies);
        this.users = new UserRemedies(remedies);
        this.files = new FileRemedies(remedies);
    }

    /// All kinds by their key, as the journal's runner expects them.
    public Map<String, StepHandler> byKey() {
        return Arrays.stream(Remedy.values())
                .collect(Collectors.toUnmodifiableMap(Remedy::key, remedy -> step -> perform(remedy, step)));
    }

    private StepOutcome perform(Remedy remedy, Step step) {
        var id = UUID.fromString(step.subject());
        // A newer comparison has found again what is still there.
        var what = store.find(id);
        var collection = store.collectionOf(id).flatMap(remedies.collection());
        if (what.isEmpty()) {
            return StepOutcome.DONE;
        }
        if (collection.isEmpty()) {
            return end(remedy, what.get(), LEFT);
        }
        try {
            return perform(remedy, step, what.get(), collection.get());
        } catch (CloudException e) {
            var failure = e.failure();
            return failure.isTransient()
                    ? new StepOutcome.RetryLater(
                            failure.problem(),
                            Backoff.delay(step.attempts()),
                            !(failure instanceof CloudFailure.Offline))
                    : new StepOutcome.Park(failure.problem());
        }
    }

    private StepOutcome perform(Remedy remedy, Step step, Discrepancy what, CollectionRef collection) {
        if (remedy == Remedy.PAUSE_RULE) {
            return pauseRule(step, what, collection);
        }
        if (what.person().isEmpty()) {
            return end(remedy, what, withoutPerson(remedy, step, what, collection));
        }
        var person = person(what);
        if (person.isEmpty()) {
            return end(remedy, what, LEFT);
        }
        if (remedies.records().isBusy(person.get().id())) {
            return new StepOutcome.RetryLater(Problem.of("doctor.busy"), PAUSE, true);
        }
        return end(remedy, what, withPerson(remedy, step, what, person.get(), collection));
    }

    private StepOutcome pauseRule(Step step, Discrepancy what, CollectionRef collection) {
        var outcome = remedies.rules().pause(step, what, collection);
        return switch (outcome) {
            case StepOutcome.Done _ -> end(Remedy.PAUSE_RULE, what, SETTLED);
            case StepOutcome.EndJob _ -> end(Remedy.PAUSE_RULE, what, LEFT);
            case StepOutcome.Skipped _, StepOutcome.RetryLater _, StepOutcome.Park _ -> outcome;
        };
    }

    /// People who were removed are left alone: their data is being erased, or they may come back.
    private Optional<Person> person(Discrepancy what) {
        return what.person()
                .flatMap(remedies.records().people().persons()::find)
                .filter(known -> known.removed().isEmpty())
                .filter(known -> what.photo()
                        .map(photo -> remedies.records().people().photos().find(photo))
                        .map(photo -> photo.filter(
                                        row -> !row.removed() && row.person().equals(known.id()))
                                .isPresent())
                        .orElse(true));
    }

    private DiscrepancyState withoutPerson(Remedy remedy, Step step, Discrepancy what, CollectionRef collection) {
        return switch (remedy) {
            case DELETE_FACE -> faces.delete(step, what, collection);
            case DELETE_FILE -> files.delete(what, collection);
            case DELETE_USER -> users.deleteUnknown(step, what, collection);
            case SEND_PHOTOS, ASSOCIATE_FACES, CORRECT_RECORD, FOLLOW_USER, RENEW_FACE, RESTORE_FILE, PAUSE_RULE ->
                LEFT;
        };
    }

    private DiscrepancyState withPerson(
            Remedy remedy, Step step, Discrepancy what, Person person, CollectionRef collection) {
        return switch (remedy) {
            case DELETE_FACE -> faces.delete(step, what, collection);
            case SEND_PHOTOS -> faces.sendPhotos(what, person, collection);
            case ASSOCIATE_FACES -> faces.associate(step, what, person, collection);
            case CORRECT_RECORD -> faces.correctRecord(what, person, collection);
            case FOLLOW_USER -> users.follow(person);
            case RENEW_FACE -> faces.renew(step, what, person, collection);
            case DELETE_USER -> users.delete(step, person, collection);
            case RESTORE_FILE -> files.restore(what);
            case DELETE_FILE, PAUSE_RULE -> LEFT;
        };
    }

    private StepOutcome end(Remedy remedy, Discrepancy what, DiscrepancyState state) {
        var records = remedies.records();
        records.database().transaction(() -> {
            store.setState(List.of(what.id()), state);
            records.log()
                    .append(
                            remedy.key() + (state == LEFT ? ".left" : ".settled"),
                            what.id().toString());
        });
        return StepOutcome.DONE;
    }
}
