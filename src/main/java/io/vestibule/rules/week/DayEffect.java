package io.vestibule.rules.week;

import java.time.DayOfWeek;

/// The effect of a holiday on a day.
public enum DayEffect {
    /// Never armed on that day.
    SILENCED,
    /// Armed all day.
    WIDENED;

    Week applyTo(Week week, DayOfWeek day) {
        return week.with(day, day, 0, Week.QUARTERS, this == WIDENED);
    }
}
