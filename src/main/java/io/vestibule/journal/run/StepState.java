package io.vestibule.journal.run;

/// Where a step of a job stands.
public enum StepState {
    /// Due now or later.
    WAITING,
    /// Being performed; after a crash it is performed again, so every step can be.
    RUNNING,
    DONE,
    /// Needs a person: trying again by itself would not help.
    PARKED,
    /// Not needed any more: an earlier step ended the job, or somebody undid it in time.
    DROPPED
}
