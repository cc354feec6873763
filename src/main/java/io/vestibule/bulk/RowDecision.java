package io.vestibule.bulk;

/// What a person decided about a row that looks like somebody else.
public enum RowDecision {
    /// Not decided.
    NONE,
    /// It is the person who is enrolled already: photos are added, and their values stay.
    SAME,
    /// It is the person who is enrolled already, and the values of the list replace theirs.
    UPDATE,
    /// It is somebody else.
    DIFFERENT
}
