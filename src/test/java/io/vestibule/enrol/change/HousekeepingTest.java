package io.vestibule.enrol.change;

import static io.vestibule.fixture.GuardAssertions.assertNothingChanges;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.enrol.EnrolDetails;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.fixture.SamplePhotos;
import io.vestibule.people.Contact;
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

    @Test
    void aRefusedPhotoIsErasedAfterAWeekAndThePersonStays() {
        var ana = fixture.save(
                new EnrolDetails(
                        "Ana",
                        PersonKind.VISITOR,
                        Contact.NONE,
                        Set.of(),
                        "",
                        Optional.of(fixture.clock.instant().plus(Duration.ofDays(30))),
                        Optional.of(fixture.consent())),
                List.of(
                        fixture.photos(0).getFirst(),
                        SamplePhotos.blank(fixture.photos(0).getFirst())));
        fixture.work();
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
