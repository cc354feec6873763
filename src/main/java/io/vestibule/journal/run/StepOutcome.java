package io.vestibule.journal.run;

import io.vestibule.base.Problem;
import java.time.Duration;

/// Result of performing a step.
public sealed interface StepOutcome {

    StepOutcome DONE = new Done();

    record Done() implements StepOutcome {}

    /// Done, and the remaining steps of the job are unnecessary.
    record EndJob() implements StepOutcome {}

    /// Not performed, because what the step is about is hidden. The job goes on; if it was dropped meanwhile, the step
    /// is dropped with it, so that it is performed if what was hidden comes back.
    record Skipped() implements StepOutcome {}

    /// Retry automatically.
    ///
    /// @param problem what the step waits for
    /// @param delay before the next attempt
    /// @param answered whether the service's answer was read: then the next attempt gets a new token
    record RetryLater(Problem problem, Duration delay, boolean answered) implements StepOutcome {}

    /// Stop until the operator decides.
    record Park(Problem problem) implements StepOutcome {}
}
