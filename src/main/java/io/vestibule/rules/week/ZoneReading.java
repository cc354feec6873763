package io.vestibule.rules.week;

/// How the VMS is assumed to interpret the hours of a schedule. The VMS does not say.
public enum ZoneReading {
    /// As local time: sent as painted, without conversion.
    AS_TYPED,
    /// As UTC: the hours are converted before they are sent, and shift when the clocks change.
    AS_UTC
}
