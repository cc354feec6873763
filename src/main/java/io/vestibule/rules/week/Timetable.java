package io.vestibule.rules.week;

import io.vestibule.vms.WeekSchedule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A week in local time, and its conversion to the schedule that is sent.
///
/// @param week as painted
/// @param zone time zone of the painted week
/// @param paused whether the rule is armed at no time for now; its week is kept for later. The VMS has no switch for
///     that, so a paused rule is sent with an empty schedule
public record Timetable(Week week, ZoneId zone, ZoneReading reading, boolean paused) {

    private static final int SECONDS = Week.MINUTES * 60;

    public Timetable(Week week, ZoneId zone, ZoneReading reading) {
        this(week, zone, reading, false);
    }

    /// Reads a schedule of the VMS.
    ///
    /// @param now decides the offset where the schedule is read as UTC
    public static Timetable fromSchedule(WeekSchedule schedule, ZoneId zone, ZoneReading reading, Instant now) {
        Week sent = Week.fromSchedule(schedule).week();
        return new Timetable(reading == ZoneReading.AS_UTC ? sent.shifted(offset(zone, now)) : sent, zone, reading);
    }

    /// The schedule that is sent to the VMS. Where it is read as UTC, the hours are shifted by the offset at `now`,
    /// across midnight and across the end of the week, so the same week gives different schedules in summer and in
    /// winter.
    public WeekSchedule toSchedule(Instant now) {
        return sentWeek(now).toSchedule();
    }

    /// Whether a rule that was sent at `sent` is armed at `at`.
    public boolean armed(Instant sent, Instant at) {
        LocalDateTime read = LocalDateTime.ofInstant(at, reading == ZoneReading.AS_UTC ? ZoneOffset.UTC : zone);
        return sentWeek(sent).isOn(read.getDayOfWeek(), read.toLocalTime());
    }

    public Timetable with(Week painted) {
        return new Timetable(painted, zone, reading, paused);
    }

    public Timetable withPaused(boolean next) {
        return new Timetable(week, zone, reading, next);
    }

    Week sentWeek(Instant now) {
        if (paused) {
            return Week.NEVER;
        }
        return reading == ZoneReading.AS_UTC ? week.shifted(-offset(zone, now)) : week;
    }

    /// In quarters. All offsets in use today are whole quarters; historical offsets are rounded.
    private static int offset(ZoneId zone, Instant now) {
        return Math.round(zone.getRules().getOffset(now).getTotalSeconds() / (float) SECONDS);
    }
}
