package io.vestibule.check;

/// How much a finding weighs.
public enum Severity {
    /// The photo cannot be enrolled.
    REFUSE,
    /// It can, and a better one would be recognised more often.
    WARN
}
