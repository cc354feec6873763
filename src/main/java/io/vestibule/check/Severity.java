package io.vestibule.check;

/// How serious a finding is.
public enum Severity {
    /// The photo cannot be enrolled.
    REFUSE,
    /// The photo can be enrolled, but a better one would be recognised more often.
    WARN
}
