package io.vestibule.doctor;

/// How far a discrepancy is.
public enum DiscrepancyState {
    OPEN,
    /// The remedy was ordered.
    ORDERED,
    /// Nothing is left of it.
    SETTLED,
    /// The remedy is not possible, or would have erased what has to stay.
    LEFT
}
