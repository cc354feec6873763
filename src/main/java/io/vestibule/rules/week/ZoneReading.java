package io.vestibule.rules.week;

/// How the VMS is taken to read the hours of a schedule. It does not say so itself.
public enum ZoneReading {
    /// As they stand, on the clocks of the place.
    AS_TYPED,
    /// As UTC: they are converted before they are sent, and shift by themselves when the clocks change.
    AS_UTC
}
