package io.vestibule.enrol.change;

import static io.vestibule.fixture.GuardAssertions.assertNothingChanges;
import static org.assertj.core.api.Assertions.assertThat;

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
    void whoseTimeIsOverIsErasedEverywhereAtOnce() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        fixture.clock.pass(Duration.ofDays(7));
        assertThat(run()).isEqualTo(1);
        fixture.work();
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
    void anEndIsNotUndone() {
        fixture.save("Ana", List.of());
        fixture.clock.pass(Duration.ofDays(8));
        run();
        assertThat(fixture.enrol().commands().undoable()).isEmpty();
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
        fixture.work();
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
        fixture.work();
        assertThat(fixture.photosOf(ana)).hasSize(1).doesNotContain(refused);
        assertThat(fixture.actions(refused)).containsExactly("photo.expired");
        assertThat(fixture.facesAtService(ana)).hasSize(1);
        assertThat(fixture.real().bucket().keys("")).hasSize(1);
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
