package io.vestibule.bulk;

/// How far one row of an import is. Stored by name.
public enum RowState {
    /// It has a fault and is not enrolled.
    REFUSED,
    /// It looks like somebody else: a person has to decide.
    ASK,
    /// Nothing stands against it.
    READY,
    /// The same row was imported before.
    UNCHANGED,
    /// A person decided to leave it out.
    LEFT_OUT,
    /// Saved; the journal is sending it.
    SENT,
    /// Saved, and everything was sent.
    DONE,
    /// It could not be saved or sent.
    FAILED,
    /// It was enrolled, and that was undone.
    UNDONE;

    /// Whether the person is in the collection by this import, or on the way there.
    public boolean isEnrolled() {
        return this == SENT || this == DONE;
    }
}
