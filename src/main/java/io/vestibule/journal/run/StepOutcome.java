package io.vestibule.journal.run;

import io.vestibule.base.Problem;
import java.time.Duration;

/// What came of performing a step.
public sealed interface StepOutcome {

    StepOutcome DONE = new Done();

    record Done() implements StepOutcome {}

    /// Done, and the rest of the job has become needless.
    record EndJob() implements StepOutcome {}

    /// To be tried again by itself.
    ///
    /// @param problem what is waited for
    /// @param delay before the next attempt
    /// @param answered whether the service's answer was read: then the next attempt gets a new token
    record RetryLater(Problem problem, Duration delay, boolean answered) implements StepOutcome {}

    /// A person has to decide.
    record Park(Problem problem) implements StepOutcome {}
}
