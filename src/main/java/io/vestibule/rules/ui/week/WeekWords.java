package io.vestibule.rules.ui.week;

import io.vestibule.rules.week.Stretch;
import io.vestibule.rules.week.Week;
import io.vestibule.ui.Strings;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Times of the week in words.
public final class WeekWords {

    private final Strings strings;

    public WeekWords(Strings strings) {
        this.strings = strings;
    }

    /// For example "Mon–Fri 08:00–18:00, Sat 10:00–14:00".
    public String of(Week week) {
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
            if (last || !week.stretches(day.plus(1)).equals(week.stretches(day))) {
                if (!week.stretches(day).isEmpty()) {
                    parts.add(days(first, day) + " " + times(week.stretches(day)));
                }
                first = day.plus(1);
            }
        }
        return String.join(", ", parts);
    }

    String days(DayOfWeek first, DayOfWeek last) {
        return first == last ? day(first) : day(first) + "–" + day(last);
    }

    public String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, strings.locale());
    }

    public String wholeDay(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, strings.locale());
    }

    String times(List<Stretch> stretches) {
        return stretches.stream().map(this::times).collect(Collectors.joining(" " + strings.text("rules.and") + " "));
    }

    String times(Stretch stretch) {
        return stretch.equals(new Stretch(0, Week.QUARTERS))
                ? strings.text("rules.whole-day")
                : Stretch.time(stretch.from()) + "–" + end(stretch.to());
    }

    static String end(int quarter) {
        return quarter == Week.QUARTERS ? "24:00" : Stretch.time(quarter).toString();
    }
}
