package io.vestibule.journal.run;

/// Performs the steps of one kind. Must be idempotent: a crash may occur after the call and before its result is
/// stored.
@FunctionalInterface
public interface StepHandler {

    StepOutcome perform(Step step);
}
