package io.vestibule.journal;

import io.vestibule.journal.run.JobState;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One job as a list shows it, with all its steps in the order of their positions.
///
/// @param due when its next step is or was due
/// @param created when it was added
/// @param changed when one of its steps changed last; for an ended job, when it ended
public record JobRecord(UUID id, JobState state, Instant due, Instant created, Instant changed, List<Step> steps) {

    /// How a job ended.
    public enum EndReason {
        DONE,
        /// Undone before any of its steps started.
        UNDONE,
        /// Given up by an operator while it was parked.
        GIVEN_UP,
        /// An earlier step, or another job, made the remaining steps unnecessary.
        CUT_SHORT
    }

    public JobRecord {
        steps = List.copyOf(steps);
    }

    /// The step that is running, or the next one.
    public Optional<Step> current() {
        return steps.stream()
                .filter(step -> step.state() != StepState.DONE && step.state() != StepState.DROPPED)
                .findFirst();
    }

    public int done() {
        return (int)
                steps.stream().filter(step -> step.state() == StepState.DONE).count();
    }

    /// Whether none of its steps ever started, so that dropping the job undoes it completely.
    public boolean notStarted() {
        return steps.stream().allMatch(step -> step.state() == StepState.WAITING && step.attempts() == 0);
    }

    /// Only valid for a job that has ended.
    public EndReason endReason() {
        if (steps.stream().allMatch(step -> step.state() == StepState.DONE)) {
            return EndReason.DONE;
        }
        if (steps.stream().allMatch(step -> step.attempts() == 0)) {
            return EndReason.UNDONE;
        }
        boolean stopped = steps.stream()
                .anyMatch(step ->
                        step.state() == StepState.DROPPED && step.problem().isPresent());
        return stopped ? EndReason.GIVEN_UP : EndReason.CUT_SHORT;
    }
}
