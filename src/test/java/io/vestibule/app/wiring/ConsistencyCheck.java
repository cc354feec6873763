package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PhotoId;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepState;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.rules.RuleState;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Checks that people, journal, collection and bucket are consistent for every person.
final class ConsistencyCheck {

    private static final int ALL = 10_000;

    /// S3Proxy, the bucket of these tests, lists an upload that was cut off under a name with a UUID. S3 lists none.
    private static final Pattern CUT_OFF_UPLOAD = Pattern.compile("\\.jpg-[0-9a-f-]{36}$");

    private final Application application;
    private final ShiftedClock clock;

    ConsistencyCheck(Application application, ShiftedClock clock) {
        this.application = application;
        this.clock = clock;
    }

    /// Lets the undo period pass, and waits until no steps are open but those that need a person's decision. Moves the
    /// clock over the pauses before retries, which are minutes after several failures.
    void settle() {
        clock.forward(Duration.ofSeconds(11));
        application.enrol().runner().wake();
        TestApplication.await(application, () -> {
            var open = open().stream()
                    .filter(step -> step.state() != StepState.PARKED)
                    .toList();
            forwardToRetry(open);
            return open.isEmpty();
        });
    }

    /// Moves the clock to the next step that is due, if none is now.
    private void forwardToRetry(List<Step> open) {
        open.stream().collect(Collectors.toMap(Step::job, Function.identity(), (first, _) -> first)).values().stream()
                .map(Step::due)
                .min(Comparator.naturalOrder())
                .map(due -> Duration.between(clock.instant(), due))
                .filter(Duration::isPositive)
                .ifPresent(pause -> {
                    clock.forward(pause);
                    application.enrol().runner().wake();
                });
    }

    private List<Step> open() {
        return application.storage().journal().openSteps(ALL).stream()
                .filter(step -> step.state() == StepState.PARKED || !waitsForParked(step))
                .toList();
    }

    private boolean waitsForParked(Step step) {
        return application.storage().journal().steps(step.job()).stream()
                .anyMatch(other -> other.state() == StepState.PARKED);
    }

    void check() {
        var faceService = TestApplication.service(application);
        var people = everybody();
        var photos = people.stream()
                .flatMap(person -> application.storage().people().photos().findByPerson(person.id()).stream())
                .toList();
        assertThat(faceService.bucket().keys("").stream()
                        .filter(key -> !CUT_OFF_UPLOAD.matcher(key).find())
                        .collect(Collectors.toSet()))
                .as("photos in the bucket")
                .isEqualTo(photos.stream().map(PhotoRecord::key).collect(Collectors.toSet()));
        var faces = faceService.faces().listFaces(TestApplication.COLLECTION, Optional.empty()).stream()
                .map(face -> face.faceId())
                .collect(Collectors.toSet());
        var known = people.stream()
                .flatMap(person -> application.enrol().standings().faces(person).stream())
                .flatMap(face -> face.faceId().stream())
                .collect(Collectors.toSet());
        assertThat(faces).as("faces in the collection").isEqualTo(known);
        var users = faceService.faces().userStatuses(TestApplication.COLLECTION);
        var ids = people.stream().map(person -> person.externalId()).collect(Collectors.toSet());
        assertThat(ids).as("users in the collection").containsAll(withoutParked(users.keySet()));
        people.forEach(person -> check(person, users.containsKey(person.externalId())));
        assertThat(application.storage().log().verify()).as("breaks of the log").isEmpty();
    }

    /// Each rule of this program is on the VMS once, with the people whom it names here, all of whom exist.
    void checkRules() {
        var entries = application.rules().drift().reconcile().entries();
        assertThat(entries).as("rules").allSatisfy(entry -> {
            if (entry.local().isPresent()) {
                // Killed between the record of a creation and its request: whether it was made is said to be unsure.
                assertThat(entry.state())
                        .as(entry.name())
                        .isIn(
                                entry.remote().isPresent()
                                        ? EnumSet.of(RuleState.DRAFT, RuleState.SENT, RuleState.EDITED)
                                        : EnumSet.of(RuleState.DRAFT, RuleState.EDITED, RuleState.UNSURE));
                assertThat(entry.failed()).as(entry.name()).isFalse();
            } else {
                assertThat(entry.name()).as("a rule that no record knows").doesNotStartWith("Rule ");
            }
        });
        var ids = everybody().stream().map(person -> person.externalId()).toList();
        for (var entry : entries) {
            if (entry.local().isPresent() && entry.remote().isPresent()) {
                var named = entry.remote().get().knownPeople().orElseThrow().userIds();
                assertThat(ids).as("people in %s", entry.name()).containsAll(named);
                assertThat(named)
                        .as("people in %s", entry.name())
                        .containsExactlyInAnyOrderElementsOf(
                                entry.local().get().draft().people().userIds());
            }
        }
    }

    /// The user of a merged person remains, without a face, while a photo of theirs waits for a decision.
    private Set<String> withoutParked(Set<String> users) {
        return users.stream()
                .filter(user -> application
                        .storage()
                        .people()
                        .persons()
                        .findByExternalId(user)
                        .filter(person -> person.removed().isEmpty()
                                || application
                                        .storage()
                                        .journal()
                                        .openStepsFor(person.id().toString())
                                        .isEmpty())
                        .isPresent())
                .collect(Collectors.toSet());
    }

    private void check(Person person, boolean user) {
        var rows = application.enrol().standings().faces(person);
        var associated = rows.stream()
                .filter(face -> face.state() == FaceState.ASSOCIATED)
                .flatMap(face -> face.faceId().stream())
                .collect(Collectors.toSet());
        var theirs = user
                ? TestApplication.service(application)
                        .faces()
                        .listFaces(TestApplication.COLLECTION, Optional.of(person.externalId()))
                        .stream()
                        .map(face -> face.faceId())
                        .collect(Collectors.toSet())
                : Set.<String>of();
        assertThat(theirs).as("faces of %s", person.name()).isEqualTo(associated);
        assertThat(rows.stream().map(IndexedFace::photo))
                .as("photos of %s with a row for the collection", person.name())
                .containsExactlyInAnyOrderElementsOf(photos(person));
        assertThat(rows)
                .as("photos of %s on their way", person.name())
                .noneMatch(face -> face.state() == FaceState.CAPTURED || face.state() == FaceState.STORED);
    }

    private List<PhotoId> photos(Person person) {
        return application.storage().people().photos().findByPerson(person.id()).stream()
                .map(PhotoRecord::id)
                .toList();
    }

    List<Person> everybody() {
        var company = application.storage().people().companies().active().orElseThrow();
        return application.storage().people().persons().search(company.id(), "", ALL);
    }
}
