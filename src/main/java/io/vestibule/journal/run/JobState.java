package io.vestibule.journal.run;

/// Where a job stands: where its next step stands, or that there is none left.
public enum JobState {
    WAITING,
    RUNNING,
    /// Stopped until a person decides.
    PARKED,
    ENDED
}
