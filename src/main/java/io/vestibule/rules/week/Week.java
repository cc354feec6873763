package io.vestibule.rules.week;

import io.vestibule.vms.TimeRange;
import io.vestibule.vms.WeekSchedule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A week in quarter hours. Immutable.
public final class Week {

    public static final int QUARTERS = 96; // per day
    public static final int MINUTES = 15; // per quarter

    private static final int ALL = 7 * QUARTERS;
    private static final LocalTime LAST_MINUTE = TimeRange.FULL_DAY.stop();

    public static final Week NEVER = new Week(new BitSet(ALL));
    public static final Week ALWAYS = NEVER.with(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, 0, QUARTERS, true);

    private final BitSet on;

    private Week(BitSet on) {
        this.on = on;
    }

    /// A week that was read from a schedule.
    ///
    /// @param exact false where times lay between quarter hours; they were widened to the next quarter
    public record Read(Week week, boolean exact) {}

    /// A range up to 23:59 extends to the end of its day, as the VMS writes it.
    public static Read fromSchedule(WeekSchedule schedule) {
        BitSet on = new BitSet(ALL);
        boolean exact = true;
        for (Map.Entry<DayOfWeek, List<TimeRange>> day : schedule.days().entrySet()) {
            for (TimeRange timeRange : day.getValue()) {
                boolean whole = timeRange.stop().equals(LAST_MINUTE);
                int minutes = timeRange.stop().getHour() * 60 + timeRange.stop().getMinute();
                int stop = whole ? QUARTERS : Math.ceilDiv(minutes, MINUTES);
                on.set(first(day.getKey()) + quarter(timeRange.start()), first(day.getKey()) + stop);
                exact &= timeRange.start().getMinute() % MINUTES == 0;
                exact &= whole || timeRange.stop().getMinute() % MINUTES == 0;
            }
        }
        return new Read(new Week(on), exact);
    }

    /// The quarter that contains a time of day.
    public static int quarter(LocalTime time) {
        return (time.getHour() * 60 + time.getMinute()) / MINUTES;
    }

    public boolean isOn(DayOfWeek day, int quarter) {
        return on.get(first(day) + quarter);
    }

    public boolean isOn(DayOfWeek day, LocalTime time) {
        return isOn(day, quarter(time));
    }

    /// Paints a rectangle of the grid.
    ///
    /// @param first,last days in either order, both inclusive
    /// @param from,to quarters, `to` exclusive
    public Week with(DayOfWeek first, DayOfWeek last, int from, int to, boolean armed) {
        BitSet next = (BitSet) on.clone();
        int low = Math.min(first.getValue(), last.getValue());
        int high = Math.max(first.getValue(), last.getValue());
        for (int day = low; day <= high; day++) {
            next.set(first(DayOfWeek.of(day)) + from, first(DayOfWeek.of(day)) + to, armed);
        }
        return new Week(next);
    }

    /// Arms from `start` to `stop`. A stop that is not later than the start is on the next day; from Sunday, that is
    /// Monday.
    public Week withSpan(DayOfWeek day, LocalTime start, LocalTime stop) {
        int from = quarter(start);
        int to = quarter(stop);
        if (to > from) {
            return with(day, day, from, to, true);
        }
        Week evening = with(day, day, from, QUARTERS, true);
        return to == 0 ? evening : evening.with(day.plus(1), day.plus(1), 0, to, true);
    }

    public Week copied(DayOfWeek source, Collection<DayOfWeek> days) {
        BitSet next = (BitSet) on.clone();
        for (DayOfWeek day : days) {
            for (int quarter = 0; quarter < QUARTERS; quarter++) {
                next.set(first(day) + quarter, isOn(source, quarter));
            }
        }
        return new Week(next);
    }

    /// The whole week shifted later by this number of quarters; what passes the end of Sunday continues on Monday.
    public Week shifted(int quarters) {
        BitSet next = new BitSet(ALL);
        on.stream().forEach(bit -> next.set(Math.floorMod(bit + quarters, ALL)));
        return new Week(next);
    }

    public List<QuarterRange> ranges(DayOfWeek day) {
        List<QuarterRange> found = new ArrayList<>();
        int end = first(day) + QUARTERS;
        for (int from = on.nextSetBit(first(day)); from >= 0 && from < end; from = on.nextSetBit(from)) {
            int to = Math.min(on.nextClearBit(from), end);
            found.add(new QuarterRange(from - first(day), to - first(day)));
            from = to;
        }
        return found;
    }

    /// Ranges that the VMS accepts: within one day, in order, no two adjacent.
    public WeekSchedule toSchedule() {
        Map<DayOfWeek, List<TimeRange>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, ranges(day).stream().map(Week::span).toList());
        }
        return new WeekSchedule(days);
    }

    /// Armed quarter hours, 0..672.
    public int armedQuarters() {
        return on.cardinality();
    }

    private static TimeRange span(QuarterRange quarterRange) {
        LocalTime stop = quarterRange.to() == QUARTERS ? LAST_MINUTE : QuarterRange.time(quarterRange.to());
        return new TimeRange(QuarterRange.time(quarterRange.from()), stop);
    }

    private static int first(DayOfWeek day) {
        return (day.getValue() - 1) * QUARTERS;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Week week && week.on.equals(on);
    }

    @Override
    public int hashCode() {
        return on.hashCode();
    }

    @Override
    public String toString() {
        return "Week[" + armedQuarters() + " quarters]";
    }
}
