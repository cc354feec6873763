package io.vestibule.rules.week;

import java.time.LocalTime;

/// Consecutive armed quarter hours of one day.
///
/// @param from first quarter, 0..95
/// @param to the quarter after the last one, 1..96
public record QuarterRange(int from, int to) {

    public QuarterRange {
        if (from < 0 || to > Week.QUARTERS || from >= to) {
            throw new IllegalArgumentException("No stretch: " + from + " to " + to);
        }
    }

    /// Midnight at the end of the day is 00:00.
    public static LocalTime time(int quarter) {
        return LocalTime.MIDNIGHT.plusMinutes((long) Week.MINUTES * quarter);
    }
}
