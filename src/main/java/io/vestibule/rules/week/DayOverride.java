package io.vestibule.rules.week;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One date that is not like its day of the week. A schedule of the VMS knows no dates, so the day of the week is
/// changed on that date, and changed back when it is over.
public record DayOverride(LocalDate date, DayEffect effect) {

    public Timetable applyTo(Timetable base) {
        return base.with(effect.applyTo(base.week(), date.getDayOfWeek()));
    }

    /// A week that was read from the VMS while this was in force, with its day as it was before.
    public Week removeFrom(Week read, Week before) {
        DayOfWeek day = date.getDayOfWeek();
        Week cleared = read.with(day, day, 0, Week.QUARTERS, false);
        for (QuarterRange quarterRange : before.ranges(day)) {
            cleared = cleared.with(day, day, quarterRange.from(), quarterRange.to(), true);
        }
        return cleared;
    }

    /// For the table; [#parse] reads it.
    public String text() {
        return date + "/" + effect;
    }

    public static Optional<DayOverride> parse(String text) {
        List<String> parts = List.of(text.split("/", -1));
        try {
            return parts.size() == 2
                    ? Optional.of(
                            new DayOverride(LocalDate.parse(parts.getFirst()), DayEffect.valueOf(parts.getLast())))
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
