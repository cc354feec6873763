package io.vestibule.journal.run;

/// State of a step.
public enum StepState {
    /// Due now or later.
    WAITING,
    /// Being performed; performed again after a crash, so every step must be idempotent.
    RUNNING,
    DONE,
    /// Needs the operator: an automatic retry would not help.
    PARKED,
    /// Not needed any more: an earlier step ended the job, or the job was undone in time.
    DROPPED
}
