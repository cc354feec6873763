package io.vestibule.enrol.step;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.journal.run.Backoff;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepHandler;
import io.vestibule.journal.run.StepOutcome;

/// Maps a failed call to a step outcome: retry later if waiting helps, park for the operator if it does not.
public record CloudFailureMapping(StepHandler delegate) implements StepHandler {

    @Override
    public StepOutcome perform(Step step) {
        try {
            return delegate.perform(step);
        } catch (CloudException e) {
            var failure = e.failure();
            // Without an answer the call may have succeeded: with the same token the service recognises the retry.
            var answered = !(failure instanceof CloudFailure.Offline);
            return failure.isTransient()
                    ? new StepOutcome.RetryLater(failure.problem(), Backoff.delay(step.attempts()), answered)
                    : new StepOutcome.Park(failure.problem());
        }
    }
}
