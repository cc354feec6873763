package io.vestibule.journal.run;

import java.util.Optional;

/// The end of a claim.
///
/// @param outcome empty if the step was not begun: it waits again, and this attempt does not count
record Completion(Claim claim, Optional<StepOutcome> outcome) {

    static Completion of(Claim claim, StepOutcome outcome) {
        return new Completion(claim, Optional.of(outcome));
    }

    static Completion notBegun(Claim claim) {
        return new Completion(claim, Optional.empty());
    }
}
