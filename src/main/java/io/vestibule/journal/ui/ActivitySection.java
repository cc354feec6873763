package io.vestibule.journal.ui;

/// What jobs are listed among, in the order of the screen.
enum ActivitySection {
    /// Stopped until a person decides.
    ATTENTION,
    /// Running, or goes on by itself when its time comes.
    UNDER_WAY,
    ENDED
}
