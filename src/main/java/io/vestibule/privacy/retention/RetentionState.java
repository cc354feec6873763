package io.vestibule.privacy.retention;

/// Why a person is in a list of the retention, and whether they stay.
public enum RetentionState {
    /// A legal hold keeps them.
    HELD,
    /// Due, but the date of the computer cannot be relied on.
    WAITS_FOR_CLOCK,
    /// Due, with so many others that an operator is asked first.
    WAITS_FOR_ANSWER,
    /// Due, and an operator has postponed it.
    POSTPONED,
    /// Due: goes within the hour.
    DUE,
    /// An entry of the watch list whose review is over; it lapses when the grace period ends.
    REVIEW_DUE,
    /// An entry of the watch list whose review is due soon.
    REVIEW_SOON,
    /// The period ends soon.
    ENDS_SOON,
    /// Neither ends nor has to be reviewed soon.
    STAYS
}
