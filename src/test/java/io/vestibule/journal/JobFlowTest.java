package io.vestibule.journal;

import static io.vestibule.fixture.GuardAssertions.assertNeedsSignIn;
import static io.vestibule.fixture.GuardAssertions.assertNotAllowed;
import static io.vestibule.fixture.GuardAssertions.assertNothingChanges;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.fixture.Call;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.journal.run.NewStep;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.journal.run.StepState;
import io.vestibule.people.EnrolmentStatus.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Trying work again that waits or has stopped, and giving it up.
class JobFlowTest {

    @TempDir
    Path folder;

    private EnrolFixture fixture;
    private PersonId ana;
    private UUID job;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
        fixture.script.fail(Call.INDEX, new CloudFailure.BadImage("IndexFaces"));
        ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 1));
        job = fixture.journal().openStepsFor(ana.toString()).getFirst().job();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private JobFlow flow() {
        return fixture.enrol().jobs();
    }

    @Test
    void whatIsGivenUpIsNotDoneAndTheLogSaysWhoGaveItUp() {
        fixture.signIn(Role.MANAGER);
        flow().giveUp(job);
        fixture.work();
        assertThat(fixture.journal().openSteps(10)).isEmpty();
        assertThat(fixture.usersAtService()).isEmpty();
        assertThat(fixture.actions(job)).containsExactly("job.given-up");
        assertThat(fixture.lastEntry().operator()).contains(fixture.operator());
    }

    @Test
    void whatWasDoneBeforeItWasGivenUpStaysDone() {
        flow().giveUp(job);
        assertThat(fixture.journal().steps(job))
                .extracting(Step::state)
                .containsExactly(
                        StepState.DONE,
                        StepState.DROPPED,
                        StepState.DROPPED,
                        StepState.DROPPED,
                        StepState.DROPPED,
                        StepState.DROPPED);
        assertThat(fixture.real().bucket().keys("")).hasSize(1);
    }

    @Test
    void givingUpIsNotForTheReception() {
        assertNotAllowed(fixture, Role.RECEPTION, Permission.MANAGE_PEOPLE, () -> flow().giveUp(job));
        assertNeedsSignIn(fixture, () -> flow().giveUp(job));
    }

    @Test
    void tryingAgainNeedsSomebodyWhoIsSignedIn() {
        assertNeedsSignIn(fixture, () -> flow().retry(job));
        assertNeedsSignIn(fixture, () -> flow().retryAll());
    }

    @Test
    void theReceptionTriesAgain() {
        fixture.signIn(Role.RECEPTION);
        flow().retry(job);
        fixture.work();
        assertThat(fixture.standing(ana)).isEqualTo(State.SEARCHABLE);
    }

    @Test
    void tryingEverythingAgainLeavesWhatWaitsForItsTime() {
        var bo = fixture.enrol("Bo", fixture.photos(1).subList(0, 1));
        fixture.enrol().commands().remove(bo);
        assertThat(flow().retryAll()).isEqualTo(1);
        fixture.work();
        fixture.pass(Duration.ofSeconds(1));
        assertThat(fixture.standing(ana)).isEqualTo(State.SEARCHABLE);
        assertThat(fixture.isGone(bo)).isFalse();
    }

    @Test
    void withoutTroubleThereIsNothingToTryAgain() {
        flow().retryAll();
        fixture.work();
        assertNothingChanges(fixture, () -> assertThat(flow().retryAll()).isZero());
    }

    @Test
    void aJobIsGivenUpWhileItsStepIsTried() {
        var other =
                fixture.journal().add(new CompanyId("acme-1"), List.of(new NewStep(() -> "one", "x")), Duration.ZERO);
        fixture.journal()
                .runner(fixture.application().storage().database(), Map.of("one", _ -> {
                    flow().giveUp(other);
                    return new StepOutcome.RetryLater(Problem.of("cloud.offline"), Duration.ofSeconds(1), false);
                }))
                .perform(other);
        assertThat(fixture.journal().steps(other)).extracting(Step::state).containsExactly(StepState.DROPPED);
        assertThat(fixture.actions(other)).containsExactly("job.given-up");
    }

    @Test
    void aJobThatHasEndedOrIsUnknownIsNotGivenUp() {
        flow().giveUp(job);
        assertNothingChanges(fixture, () -> {
            flow().giveUp(job);
            flow().giveUp(UUID.randomUUID());
        });
    }
}
