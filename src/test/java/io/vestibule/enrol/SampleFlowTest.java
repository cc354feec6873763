package io.vestibule.enrol;

import static io.vestibule.fixture.GuardAssertions.assertNeedsSignIn;
import static io.vestibule.fixture.GuardAssertions.assertNotAllowed;
import static io.vestibule.fixture.GuardAssertions.assertNothingChanges;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.change.Undo;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three people to try the program with.
class SampleFlowTest {

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

    private SampleFlow flow() {
        return fixture.enrol().samples();
    }

    @Test
    void threePeopleAreEnrolledWithThreePhotosEachAndAReason() {
        var end = fixture.clock.instant().plus(Duration.ofDays(30));
        var saved = flow().enrolAll();
        fixture.work();
        fixture.pass(Duration.ofSeconds(1));
        assertThat(saved).hasSize(3).allSatisfy(sample -> {
            assertThat(sample.saved()).isEqualTo(3);
            assertThat(fixture.standing(sample.person())).isEqualTo(State.SEARCHABLE);
            assertThat(fixture.person(sample.person()).sample()).isTrue();
            assertThat(fixture.person(sample.person()).expires()).contains(end);
            assertThat(fixture.bases(sample.person())).hasOnlyElementsOfType(LegalBasis.Reason.class);
            assertThat(fixture.actions(sample.person())).containsExactly("person.enrolled");
        });
        assertThat(flow().present())
                .containsExactlyInAnyOrderElementsOf(
                        saved.stream().map(Enrolment::person).toList());
    }

    @Test
    void whoIsThereIsNotEnrolledAgain() {
        flow().enrolAll();
        fixture.work();
        assertNothingChanges(fixture, () -> assertThat(flow().enrolAll()).isEmpty());
    }

    @Test
    void onlySamplePeopleAreRemovedAndThatCanBeUndone() {
        var ana = fixture.save("Ana", List.of());
        flow().enrolAll();
        var undos = flow().removeAll();
        assertThat(undos).hasSize(3).extracting(Undo::kind).containsOnly(Undo.ChangeKind.REMOVE);
        assertThat(flow().present()).isEmpty();
        assertThat(fixture.person(ana).removed()).isEmpty();
        assertThat(undos.getFirst().undo()).isTrue();
        assertThat(flow().present()).hasSize(1);
    }

    @Test
    void withoutSamplePeopleNothingIsRemoved() {
        fixture.save("Ana", List.of());
        assertNothingChanges(fixture, () -> assertThat(flow().removeAll()).isEmpty());
    }

    @Test
    void enrollingThemNeedsSomebodyWhoIsSignedIn() {
        assertNeedsSignIn(fixture, () -> flow().enrolAll());
    }

    @Test
    void removingThemIsNotForTheReception() {
        flow().enrolAll();
        assertNotAllowed(fixture, Role.RECEPTION, Permission.REMOVE_PEOPLE, () -> flow().removeAll());
    }

    @Test
    void aPhotoThatDoesNotShipIsAFaultOfTheProgram() {
        assertThatThrownBy(() -> SampleFlow.read("/assets/samples/nobody.jpg"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nobody.jpg");
    }
}
