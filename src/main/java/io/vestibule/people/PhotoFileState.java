package io.vestibule.people;

/// What the last check found in place of the file of a photo on this computer.
public enum PhotoFileState {
    GOOD,
    MISSING,
    /// Not the file that was written: its bytes were changed, or it belongs to another photo.
    DAMAGED
}
