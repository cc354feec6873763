package io.vestibule.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.Problem;
import io.vestibule.journal.run.JobState;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a job tells from its steps.
class JobRecordTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private static Step step(StepState state, int attempts, Optional<Problem> problem) {
        return new Step(UUID.randomUUID(), UUID.randomUUID(), 0, "one", "x", state, NOW, attempts, "token", problem);
    }

    private static Step step(StepState state, int attempts) {
        return step(state, attempts, Optional.empty());
    }

    private static JobRecord job(Step... steps) {
        return new JobRecord(
                UUID.randomUUID(),
                JobState.WAITING,
                NOW,
                NOW,
                NOW,
                Stream.of(steps).toList());
    }

    @Test
    void theCurrentStepIsTheFirstThatIsNeitherDoneNorLeftOut() {
        for (var state : List.of(StepState.WAITING, StepState.RUNNING, StepState.PARKED)) {
            var open = step(state, 1);
            assertThat(job(step(StepState.DONE, 1), step(StepState.DROPPED, 0), open, step(StepState.WAITING, 0))
                            .current())
                    .contains(open);
        }
        assertThat(job(step(StepState.DONE, 1), step(StepState.DROPPED, 0)).current())
                .isEmpty();
    }

    @Test
    void onlyDoneStepsCountAsDone() {
        assertThat(job(
                                step(StepState.DONE, 1),
                                step(StepState.DONE, 2),
                                step(StepState.DROPPED, 0),
                                step(StepState.RUNNING, 1))
                        .done())
                .isEqualTo(2);
    }

    @Test
    void aJobIsUntouchedUntilAStepWasBegun() {
        assertThat(job(step(StepState.WAITING, 0), step(StepState.WAITING, 0)).notStarted())
                .isTrue();
        assertThat(job(step(StepState.WAITING, 1), step(StepState.WAITING, 0)).notStarted())
                .as("tried once")
                .isFalse();
        assertThat(job(step(StepState.DROPPED, 0), step(StepState.WAITING, 0)).notStarted())
                .as("partly dropped")
                .isFalse();
    }

    @Test
    void aJobIsGivenUpOnlyIfADroppedStepHadStopped() {
        var stopped = step(StepState.DROPPED, 1, Optional.of(Problem.of("cloud.denied")));
        assertThat(job(step(StepState.DONE, 1), stopped).endReason()).isEqualTo(JobRecord.EndReason.GIVEN_UP);
        assertThat(job(step(StepState.DONE, 1), step(StepState.DROPPED, 1)).endReason())
                .isEqualTo(JobRecord.EndReason.CUT_SHORT);
        assertThat(job(step(StepState.DROPPED, 0), step(StepState.DROPPED, 0)).endReason())
                .isEqualTo(JobRecord.EndReason.UNDONE);
        assertThat(job(step(StepState.DONE, 1), step(StepState.DONE, 1)).endReason())
                .isEqualTo(JobRecord.EndReason.DONE);
    }
}
