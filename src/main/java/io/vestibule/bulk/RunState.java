package io.vestibule.bulk;

/// How far an import is. Stored by name.
public enum RunState {
    /// Its rows are being checked. After a crash it has to be checked again.
    CHECKING,
    /// Every row is checked; nobody is enrolled yet.
    CHECKED,
    /// Its rows are being enrolled. After a crash it can be continued.
    RUNNING,
    /// It was paused, and can be continued.
    PAUSED,
    ENDED,
    UNDONE
}
