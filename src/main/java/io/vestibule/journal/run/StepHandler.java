package io.vestibule.journal.run;

/// Performs the steps of one kind. Must do no harm when performed twice: a crash may fall between the deed and its
/// record.
@FunctionalInterface
public interface StepHandler {

    StepOutcome perform(Step step);
}
