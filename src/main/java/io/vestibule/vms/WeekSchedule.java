package io.vestibule.vms;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// When a rule is armed, day by day. All seven days are present, a day without ranges is off, and the ranges
/// of a day are in order and do not overlap (one may start at the minute at which the one before stops).
///
/// The VMS does not say in which time zone it interprets the schedule.
public record WeekSchedule(Map<DayOfWeek, List<TimeRange>> days) {

    /// Armed all week.
    public static final WeekSchedule ALWAYS = everyDay(List.of(TimeRange.FULL_DAY));

    public static final WeekSchedule NEVER = everyDay(List.of());

    /// @param days in any order; missing days are off
    public WeekSchedule {
        Map<DayOfWeek, List<TimeRange>> whole = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            whole.put(day, ordered(days.getOrDefault(day, List.of())));
        }
        days = Collections.unmodifiableMap(whole);
    }

    /// The same ranges on all days.
    public static WeekSchedule everyDay(List<TimeRange> spans) {
        Map<DayOfWeek, List<TimeRange>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, spans);
        }
        return new WeekSchedule(days);
    }

    /// Accepts a missing day, and `null` for one; any other deviation is invalid.
    ///
    /// @return empty for an unknown day, a time that is not `HH:MM`, or ranges that overlap
    static Optional<WeekSchedule> parse(JsonNode schedule) {
        if (!(schedule instanceof ObjectNode object)) {
            return Optional.empty();
        }
        Map<DayOfWeek, List<TimeRange>> days = new EnumMap<>(DayOfWeek.class);
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            Optional<DayOfWeek> day = day(entry.getKey());
            Optional<List<TimeRange>> spans = spans(entry.getValue());
            if (day.isEmpty() || spans.isEmpty()) {
                return Optional.empty();
            }
            days.put(day.get(), spans.get());
        }
        try {
            return Optional.of(new WeekSchedule(days));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    ObjectNode toJson() {
        ObjectNode schedule = RawJson.fresh();
        days.forEach((day, spans) -> {
            ArrayNode list = schedule.putArray(name(day));
            spans.forEach(timeRange ->
                    list.addObject().put("start", timeRange.startText()).put("stop", timeRange.stopText()));
        });
        return schedule;
    }

    private static String name(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<DayOfWeek> day(String name) {
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> name(day).equals(name))
                .findFirst();
    }

    private static Optional<List<TimeRange>> spans(JsonNode list) {
        if (list.isNull()) {
            return Optional.of(List.of());
        }
        if (!list.isArray()) {
            return Optional.empty();
        }
        List<Optional<TimeRange>> spans = list.values().stream()
                .map(span -> TimeRange.parse(
                        span.path("start").asString(""), span.path("stop").asString("")))
                .toList();
        return spans.stream().allMatch(Optional::isPresent)
                ? Optional.of(spans.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }

    private static List<TimeRange> ordered(List<TimeRange> spans) {
        List<TimeRange> sorted =
                spans.stream().sorted(Comparator.comparing(TimeRange::start)).toList();
        LocalTime free = LocalTime.MIDNIGHT;
        for (TimeRange timeRange : sorted) {
            if (timeRange.start().isBefore(free)) {
                throw new IllegalArgumentException("Two spans of a day overlap");
            }
            free = timeRange.stop();
        }
        return sorted;
    }
}
