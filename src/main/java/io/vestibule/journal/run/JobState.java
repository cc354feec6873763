package io.vestibule.journal.run;

/// State of a job: the state of its next step, or ended if there is none left.
public enum JobState {
    WAITING,
    RUNNING,
    /// Stopped until the operator decides.
    PARKED,
    ENDED
}
