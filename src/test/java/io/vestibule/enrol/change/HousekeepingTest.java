package io.vestibule.enrol.change;

import static io.vestibule.fixture.GuardAssertions.assertNothingChanges;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.AuditException;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.fixture.SamplePhotos;
import io.vestibule.fixture.SecondService;
import io.vestibule.people.Contact;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.PersonKind;
import io.vestibule.people.change.Undo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is forgotten by itself, and when.
class HousekeepingTest {

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private EnrolFixture fixture;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private int run() {
        return fixture.enrol().housekeeping().run();
    }

    @Test
    void withNothingToForgetNothingChanges() {
        fixture.enrol("Ana", fixture.photos(0));
        assertNothingChanges(fixture, () -> assertThat(run()).isZero());
    }

    @Test
    void whoseTimeIsOverIsHiddenAtOnceAndErasedEverywhereADayLater() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        fixture.clock.pass(Duration.ofDays(7));
        assertThat(run()).isEqualTo(1);
        assertThat(fixture.person(ana).removed()).isPresent();
        fixture.pass(Duration.ofDays(1).minusMillis(1));
        assertThat(fixture.isGone(ana)).isFalse();
        fixture.pass(Duration.ofMillis(1));
        assertThat(fixture.isGone(ana)).isTrue();
        assertThat(fixture.usersAtService()).isEmpty();
        assertThat(fixture.real().bucket().keys("")).isEmpty();
    }

    @Test
    void whoHasAMillisecondLeftStays() {
        var ana = fixture.save("Ana", List.of());
        fixture.clock.pass(Duration.ofDays(7).minusMillis(1));
        assertThat(run()).isZero();
        assertThat(fixture.person(ana).removed()).isEmpty();
    }

    @Test
    void whoseTimeIsOverIsForgottenThoughNobodyIsSignedIn() {
        var ana = fixture.save("Ana", List.of());
        fixture.clock.pass(Duration.ofDays(8));
        fixture.signOut();
        assertThat(run()).isEqualTo(1);
        assertThat(fixture.actions(ana)).containsExactly("person.enrolled", "person.expired");
        assertThat(fixture.lastEntry().operator()).isEmpty();
    }

    @Test
    void anEndCanBeTakenBackForADayAndIsNotRepeatedForAnother() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        fixture.clock.pass(Duration.ofDays(8));
        run();
        fixture.clock.pass(Duration.ofHours(23));
        run();
        assertThat(fixture.enrol().commands().undoable()).hasSize(1).allMatch(Undo::undo);
        fixture.work();
        assertThat(fixture.person(ana).removed()).isEmpty();
        assertThat(fixture.facesAtService(ana)).hasSize(3);
        assertThat(run()).isZero();
        fixture.clock.pass(Duration.ofDays(1));
        assertThat(run()).isEqualTo(1);
    }

    @Test
    void anEndIsNotTakenBackAfterThatDay() {
        fixture.save("Ana", List.of());
        fixture.clock.pass(Duration.ofDays(8));
        run();
        fixture.clock.pass(Duration.ofDays(1));
        assertThat(fixture.enrol().commands().undoable()).isEmpty();
    }

    private List<PersonId> visitors(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> fixture.save("Visitor " + number, List.of()))
                .toList();
    }

    private long hidden(List<PersonId> people) {
        return people.stream()
                .filter(person -> fixture.person(person).removed().isPresent())
                .count();
    }

    @Test
    void elevenPeopleAtOnceWaitForAYes() {
        var people = visitors(11);
        IntStream.range(0, 120).forEach(number -> resident(List.of()));
        fixture.clock.pass(Duration.ofDays(8));
        assertThat(run()).isZero();
        var question = fixture.enrol().housekeeping().question().orElseThrow();
        assertThat(question.people()).containsExactlyInAnyOrderElementsOf(people);
        assertThat(question.total()).isEqualTo(131);
        assertThat(fixture.enrol().housekeeping().approve(question)).isEqualTo(11);
        assertThat(hidden(people)).isEqualTo(11);
        assertThat(fixture.enrol().housekeeping().question()).isEmpty();
        assertThat(fixture.actions(11)).containsExactly("expiry.approved");
        assertThat(fixture.enrol().commands().undoable()).hasSize(11);
    }

    @Test
    void aTenthOfAllPeopleWaitsForAYesAndIsKeptForADayByANo() {
        var people = visitors(4);
        IntStream.range(0, 36).forEach(number -> resident(List.of()));
        fixture.clock.pass(Duration.ofDays(8));
        assertThat(run()).isZero();
        var question = fixture.enrol().housekeeping().question().orElseThrow();
        fixture.enrol().housekeeping().postpone(question);
        assertThat(fixture.lastEntry().action()).isEqualTo("expiry.postponed");
        assertThat(fixture.enrol().housekeeping().question()).isEmpty();
        fixture.clock.pass(Duration.ofHours(23));
        assertThat(run()).isZero();
        assertThat(fixture.enrol().housekeeping().question()).isEmpty();
        fixture.clock.pass(Duration.ofHours(1));
        assertThat(run()).isZero();
        assertThat(fixture.enrol().housekeeping().question()).contains(question);
        assertThat(hidden(people)).isZero();
    }

    @Test
    void lessThanATenthIsNotAskedAbout() {
        var people = visitors(4);
        IntStream.range(0, 37).forEach(number -> resident(List.of()));
        fixture.clock.pass(Duration.ofDays(8));
        assertThat(run()).isEqualTo(4);
        assertThat(hidden(people)).isEqualTo(4);
    }

    @Test
    void whoGotANewEndBeforeTheYesStays() {
        var people = visitors(11);
        fixture.clock.pass(Duration.ofDays(8));
        run();
        var question = fixture.enrol().housekeeping().question().orElseThrow();
        fixture.enrol()
                .commands()
                .renew(
                        people.getFirst(),
                        fixture.consent(),
                        fixture.clock.instant().plus(Duration.ofDays(2)));
        assertThat(fixture.enrol().housekeeping().approve(question)).isEqualTo(10);
        assertThat(fixture.person(people.getFirst()).removed()).isEmpty();
    }

    @Test
    void receptionCannotAnswerForMany() {
        visitors(11);
        fixture.clock.pass(Duration.ofDays(8));
        run();
        var question = fixture.enrol().housekeeping().question().orElseThrow();
        fixture.signIn(Role.RECEPTION);
        assertThatThrownBy(() -> fixture.enrol().housekeeping().approve(question))
                .isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> fixture.enrol().housekeeping().postpone(question))
                .isInstanceOf(AuditException.class);
    }

    @Test
    void whoIsOnTheirWayOutIsNotCountedAgain() {
        fixture.save("Ana", List.of());
        fixture.clock.pass(Duration.ofDays(8));
        assertThat(run()).isEqualTo(1);
        assertThat(run()).isZero();
    }

    @Test
    void whatWasOnItsWayIsDroppedWithWhoseTimeIsOver() {
        fixture.save("Ana", fixture.photos(0));
        fixture.clock.pass(Duration.ofDays(8));
        run();
        fixture.pass(Duration.ofDays(1));
        assertThat(fixture.journal().openSteps(10)).isEmpty();
        assertThat(fixture.usersAtService()).isEmpty();
    }

    /// A person who stays for a month.
    private PersonId resident(List<DraftPhoto> photos) {
        var person = fixture.save(
                new EnrolDetails(
                        "Ana",
                        PersonKind.VISITOR,
                        Contact.NONE,
                        Set.of(),
                        "",
                        Optional.of(fixture.clock.instant().plus(Duration.ofDays(30))),
                        Optional.of(fixture.consent())),
                photos);
        fixture.work();
        return person;
    }

    /// The photo was sent to another service, which refused it, before the one in use was used again.
    private void refuseElsewhere(PhotoId photo) {
        try (var second = SecondService.open(elsewhere)) {
            fixture.use(second.service());
            var face = IndexedFace.captured(photo, fixture.collection());
            fixture.useEmbedded();
            var store = fixture.people().collections();
            store.saveFace(face);
            store.saveFace(face.withState(FaceState.STORED));
            store.saveFace(face.withState(FaceState.STORED).refused(List.of("LOW_SHARPNESS")));
        }
    }

    @Test
    void aPhotoInUseStaysThoughAnotherServiceRefusedIt() {
        var ana = resident(fixture.photos(0));
        var photo = fixture.photosOf(ana).getFirst();
        refuseElsewhere(photo);
        fixture.clock.pass(Duration.ofDays(8));
        assertThat(run()).isZero();
        assertThat(fixture.photosOf(ana)).contains(photo);
    }

    @Test
    void aPhotoThatTwoServicesRefusedIsErasedOnce() {
        var ana = resident(List.of(SamplePhotos.blank(fixture.photos(0).getFirst())));
        var photo = fixture.photosOf(ana).getFirst();
        refuseElsewhere(photo);
        fixture.clock.pass(Duration.ofDays(8));
        assertThat(run()).isEqualTo(1);
        assertThat(fixture.actions(photo)).containsExactly("photo.expired");
    }

    @Test
    void aRefusedPhotoIsErasedAfterAWeekAndThePersonStays() {
        var ana = resident(List.of(
                fixture.photos(0).getFirst(),
                SamplePhotos.blank(fixture.photos(0).getFirst())));
        var refused = fixture.photosOf(ana).getLast();
        fixture.clock.pass(Duration.ofDays(7));
        assertThat(run()).isZero();
        fixture.clock.pass(Duration.ofMillis(1));
        assertThat(run()).isEqualTo(1);
        fixture.pass(Duration.ofDays(1));
        assertThat(fixture.photosOf(ana)).hasSize(1).doesNotContain(refused);
        assertThat(fixture.actions(refused)).containsExactly("photo.expired");
        assertThat(fixture.facesAtService(ana)).hasSize(1);
        assertThat(fixture.real().bucket().keys("")).hasSize(1);
    }

    @Test
    void aRefusedPhotoThatWasTakenBackStaysForAnotherWeek() {
        var ana = resident(List.of(SamplePhotos.blank(fixture.photos(0).getFirst())));
        fixture.clock.pass(Duration.ofDays(8));
        assertThat(run()).isEqualTo(1);
        assertThat(fixture.enrol().commands().undoable()).hasSize(1).allMatch(Undo::undo);
        assertThat(fixture.photosOf(ana)).hasSize(1);
        fixture.clock.pass(Duration.ofDays(7));
        assertThat(run()).isZero();
    }

    @Test
    void whatCanNoLongerBeTakenBackIsForgotten() {
        var ana = fixture.save("Ana", List.of());
        fixture.enrol()
                .commands()
                .renew(ana, fixture.consent(), fixture.clock.instant().plusSeconds(60));
        fixture.clock.pass(Undo.WINDOW.minusMillis(1));
        run();
        assertThat(fixture.snapshot().rows().get("person_change")).hasSize(1);
        fixture.clock.pass(Duration.ofMillis(1));
        run();
        assertThat(fixture.snapshot().rows().get("person_change")).isEmpty();
        assertThat(fixture.snapshot().rows().get("person_before")).isEmpty();
    }
}
