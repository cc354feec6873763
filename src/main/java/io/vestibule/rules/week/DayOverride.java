package io.vestibule.rules.week;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One date on which a rule does not follow its weekly schedule. A schedule of the VMS has no dates, so the day of
/// the week is changed on that date, and changed back afterwards.
public record DayOverride(LocalDate date, DayEffect effect) {

    public Timetable applyTo(Timetable base) {
        return base.with(effect.applyTo(base.week(), date.getDayOfWeek()));
    }

    /// A week that was read from the VMS while this override was in force, with that day restored from `before`.
    public Week removeFrom(Week read, Week before) {
        DayOfWeek day = date.getDayOfWeek();
        Week cleared = read.with(day, day, 0, Week.QUARTERS, false);
        for (QuarterRange quarterRange : before.ranges(day)) {
            cleared = cleared.with(day, day, quarterRange.from(), quarterRange.to(), true);
        }
        return cleared;
    }

    /// The text that is stored in the database; [#parse] reads it.
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
