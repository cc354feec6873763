package io.vestibule.rules.week;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/// All dates on which one rule is silenced or widened.
///
/// @param zone time zone of the company, in which its days begin and end
public record DayOverrides(ZoneId zone, Map<LocalDate, DayEffect> days) {

    public static final DayOverrides NONE = new DayOverrides(ZoneOffset.UTC, Map.of());

    public DayOverrides {
        days = Map.copyOf(days);
    }

    /// The override in force at that moment.
    public Optional<DayOverride> at(Instant at) {
        if (days.isEmpty()) {
            return Optional.empty();
        }
        LocalDate date = LocalDate.ofInstant(at, zone);
        return Optional.ofNullable(days.get(date)).map(effect -> new DayOverride(date, effect));
    }

    /// The timetable in force at that moment.
    public Timetable applyTo(Timetable base, Instant at) {
        return at(at).map(override -> override.applyTo(base)).orElse(base);
    }
}
