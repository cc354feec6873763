package io.vestibule.rules.ui.week;

import io.vestibule.rules.week.QuarterRange;
import io.vestibule.rules.week.Week;
import io.vestibule.ui.Strings;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Formats the armed times of a week as text.
public final class WeekFormatter {

    private final Strings strings;

    public WeekFormatter(Strings strings) {
        this.strings = strings;
    }

    /// For example "Mon–Fri 08:00–18:00, Sat 10:00–14:00".
    public String format(Week week) {
        if (week.equals(Week.ALWAYS)) {
            return strings.text("rules.week-always");
        }
        if (week.equals(Week.NEVER)) {
            return strings.text("rules.week-never");
        }
        List<String> parts = new ArrayList<>();
        DayOfWeek first = DayOfWeek.MONDAY;
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean last = day == DayOfWeek.SUNDAY;
            if (last || !week.ranges(day.plus(1)).equals(week.ranges(day))) {
                if (!week.ranges(day).isEmpty()) {
                    parts.add(dayRange(first, day) + " " + times(week.ranges(day)));
                }
                first = day.plus(1);
            }
        }
        return String.join(", ", parts);
    }

    String dayRange(DayOfWeek first, DayOfWeek last) {
        return first == last ? shortDayName(first) : shortDayName(first) + "–" + shortDayName(last);
    }

    public String shortDayName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, strings.locale());
    }

    public String fullDayName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, strings.locale());
    }

    String times(List<QuarterRange> stretches) {
        return stretches.stream().map(this::times).collect(Collectors.joining(" " + strings.text("rules.and") + " "));
    }

    String times(QuarterRange quarterRange) {
        return quarterRange.equals(new QuarterRange(0, Week.QUARTERS))
                ? strings.text("rules.whole-day")
                : QuarterRange.time(quarterRange.from()) + "–" + end(quarterRange.to());
    }

    static String end(int quarter) {
        return quarter == Week.QUARTERS ? "24:00" : QuarterRange.time(quarter).toString();
    }
}
