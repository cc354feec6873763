package io.vestibule.rules.holiday;

import io.vestibule.rules.RuleId;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.rules.week.DayOverrides;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The holiday calendar of a company as it was read at one moment.
///
/// @param zone time zone in which the days of the calendar begin and end
public record CompanyHolidays(List<Holiday> all, ZoneId zone) {

    public CompanyHolidays {
        all = List.copyOf(all);
    }

    /// The day of the calendar at this time.
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    /// The overrides that the calendar has for a rule. Where two entries conflict on a day, the rule is widened: an
    /// alert too many is better than one too few.
    public DayOverrides overridesFor(RuleId rule) {
        Map<LocalDate, DayEffect> days = new HashMap<>();
        for (Holiday holiday : all) {
            if (holiday.appliesTo(rule)) {
                holiday.first()
                        .datesUntil(holiday.last().plusDays(1))
                        .forEach(date -> days.merge(
                                date, holiday.effect(), (one, other) -> one == DayEffect.WIDENED ? one : other));
            }
        }
        return new DayOverrides(zone, days);
    }
}
