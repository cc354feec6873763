package io.vestibule.journal.ui;

/// Sections of the list, in the order of the screen.
enum ActivitySection {
    /// Stopped until the operator decides.
    ATTENTION,
    /// Running, or resumes automatically when due.
    UNDER_WAY,
    ENDED
}
