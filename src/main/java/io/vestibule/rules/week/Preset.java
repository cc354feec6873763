package io.vestibule.rules.week;

import java.time.DayOfWeek;
import java.time.LocalTime;

/// Weeks that most rules use.
public enum Preset {
    ALWAYS,
    /// Monday to Friday, 08:00 to 18:00.
    OFFICE_HOURS,
    /// All hours that are not office hours.
    NIGHTS_AND_WEEKENDS;

    private static final int OPEN = Week.quarter(LocalTime.of(8, 0));
    private static final int SHUT = Week.quarter(LocalTime.of(18, 0));

    public Week week() {
        return switch (this) {
            case ALWAYS -> Week.ALWAYS;
            case OFFICE_HOURS -> Week.NEVER.with(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, OPEN, SHUT, true);
            case NIGHTS_AND_WEEKENDS -> Week.ALWAYS.with(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, OPEN, SHUT, false);
        };
    }
}
