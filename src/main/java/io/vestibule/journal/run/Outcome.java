package io.vestibule.journal.run;

import io.vestibule.base.Problem;
import java.time.Duration;

/// What came of performing a step.
public sealed interface Outcome {

    Outcome DONE = new Done();

    record Done() implements Outcome {}

    /// Done, and the rest of the job has become needless.
    record End() implements Outcome {}

    /// To be tried again by itself.
    ///
    /// @param problem what is waited for
    /// @param pause before the next attempt
    /// @param answered whether the service's answer was read: then the next attempt gets a new token
    record Later(Problem problem, Duration pause, boolean answered) implements Outcome {}

    /// A person has to decide.
    record Park(Problem problem) implements Outcome {}
}
