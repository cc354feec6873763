package io.vestibule.enrol.step;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.journal.run.Backoff;
import io.vestibule.journal.run.Outcome;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepHandler;

/// Turns a failed call into what the journal does about it: wait where waiting helps, ask a person where it does not.
public record Attempt(StepHandler deed) implements StepHandler {

    @Override
    public Outcome perform(Step step) {
        try {
            return deed.perform(step);
        } catch (CloudException e) {
            var failure = e.failure();
            // Without an answer the deed may have been done: the same token makes the service recognise it.
            var answered = !(failure instanceof CloudFailure.Offline);
            return failure.passes()
                    ? new Outcome.Later(failure.problem(), Backoff.pause(step.attempts()), answered)
                    : new Outcome.Park(failure.problem());
        }
    }
}
