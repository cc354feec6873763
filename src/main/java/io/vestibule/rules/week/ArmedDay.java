package io.vestibule.rules.week;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One calendar day of a rule.
///
/// @param periods when the rule is armed, in order; on a day of a clock change they are longer or shorter than
///     painted
/// @param clockChange the clock change of that day
/// @param shifted whether the VMS is armed at other hours than were painted for that day
/// @param holiday the effect of the holiday calendar on that day
public record ArmedDay(
        LocalDate date,
        List<Period> periods,
        Optional<ZoneOffsetTransition> clockChange,
        boolean shifted,
        Optional<DayEffect> holiday) {

    public ArmedDay {
        periods = List.copyOf(periods);
    }

    /// @param to exclusive
    public record Period(ZonedDateTime from, ZonedDateTime to) {
        public Duration length() {
            return Duration.between(from, to);
        }
    }

    public Duration armed() {
        return periods.stream().map(Period::length).reduce(Duration.ZERO, Duration::plus);
    }

    /// The armed periods of the coming days for a timetable that is sent at `sent` and not sent again.
    ///
    /// @param first first day, in the time zone of the timetable
    public static List<ArmedDay> from(
            Timetable timetable, DayOverrides dayOverrides, Instant sent, LocalDate first, int days) {
        List<ArmedDay> found = new ArrayList<>(days);
        for (int i = 0; i < days; i++) {
            found.add(day(timetable, dayOverrides, sent, first.plusDays(i)));
        }
        return found;
    }

    private static ArmedDay day(Timetable timetable, DayOverrides dayOverrides, Instant sent, LocalDate date) {
        Instant start = date.atStartOfDay(timetable.zone()).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(timetable.zone()).toInstant();
        List<Period> periods = new ArrayList<>();
        boolean shifted = false;
        Instant since = end;
        // Quarter by quarter, because the hours of a day of a clock change are not those of the week.
        for (Instant at = start; at.isBefore(end); at = at.plusSeconds(Week.MINUTES * 60L)) {
            Timetable now = dayOverrides.applyTo(timetable, at);
            boolean armed = now.armed(sent, at);
            ZonedDateTime here = at.atZone(timetable.zone());
            boolean painted = !now.paused() && now.week().isOn(here.getDayOfWeek(), here.toLocalTime());
            shifted |= armed != painted;
            if (armed && since.equals(end)) {
                since = at;
            } else if (!armed && !since.equals(end)) {
                periods.add(period(timetable, since, at));
                since = end;
            }
        }
        if (!since.equals(end)) {
            periods.add(period(timetable, since, end));
        }
        Optional<ZoneOffsetTransition> change = Optional.ofNullable(
                        timetable.zone().getRules().nextTransition(start.minusSeconds(1)))
                .filter(transition -> transition.getInstant().isBefore(end));
        return new ArmedDay(
                date,
                periods,
                change,
                shifted,
                Optional.ofNullable(dayOverrides.days().get(date)));
    }

    private static Period period(Timetable timetable, Instant from, Instant to) {
        return new Period(from.atZone(timetable.zone()), to.atZone(timetable.zone()));
    }
}
