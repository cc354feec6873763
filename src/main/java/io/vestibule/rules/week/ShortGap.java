package io.vestibule.rules.week;

import io.vestibule.vms.TimeRange;
import io.vestibule.vms.WeekSchedule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Less than a quarter of an hour in which a schedule of the VMS is not armed and the same schedule in quarter hours
/// is.
///
/// @param to exclusive; 00:00 for the end of the day
public record ShortGap(DayOfWeek day, LocalTime from, LocalTime to) {

    private static final int DAY = 24 * 60;

    /// The gaps of a schedule, from Monday on.
    public static List<ShortGap> of(WeekSchedule schedule) {
        Week widened = Week.fromSchedule(schedule).week();
        List<ShortGap> gaps = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            BitSet lost = new BitSet(DAY);
            for (QuarterRange range : widened.ranges(day)) {
                lost.set(range.from() * Week.MINUTES, range.to() * Week.MINUTES);
            }
            for (TimeRange range : schedule.days().getOrDefault(day, List.of())) {
                boolean toEnd = range.stop().equals(TimeRange.FULL_DAY.stop());
                lost.clear(minute(range.start()), toEnd ? DAY : Math.max(minute(range.start()), minute(range.stop())));
            }
            for (int from = lost.nextSetBit(0); from >= 0; from = lost.nextSetBit(from)) {
                int to = lost.nextClearBit(from);
                gaps.add(new ShortGap(day, time(from), time(to)));
                from = to;
            }
        }
        return gaps;
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private static LocalTime time(int minute) {
        return LocalTime.MIDNIGHT.plusMinutes(minute);
    }
}
