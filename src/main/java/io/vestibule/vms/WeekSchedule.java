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

/// When a rule is armed, day by day. All seven days are there, a day without spans is off, and the spans of a day
/// are in order and do not overlap (one may start at the minute at which the one before stops).
///
/// The VMS does not say in which time zone it reads this.
public record WeekSchedule(Map<DayOfWeek, List<Span>> days) {

    /// All week.
    public static final WeekSchedule ALWAYS = same(List.of(Span.FULL_DAY));

    public static final WeekSchedule NEVER = same(List.of());

    /// @param days any order, missing days are off
    public WeekSchedule {
        Map<DayOfWeek, List<Span>> whole = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            whole.put(day, ordered(days.getOrDefault(day, List.of())));
        }
        days = Collections.unmodifiableMap(whole);
    }

    /// The same spans on all days.
    public static WeekSchedule same(List<Span> spans) {
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, spans);
        }
        return new WeekSchedule(days);
    }

    /// Tolerates a missing day, and nothing else.
    ///
    /// @return empty for a strange day, a time that is not `HH:MM`, or spans that overlap
    static Optional<WeekSchedule> read(JsonNode schedule) {
        if (!(schedule instanceof ObjectNode object)) {
            return Optional.empty();
        }
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            Optional<DayOfWeek> day = day(entry.getKey());
            Optional<List<Span>> spans = spans(entry.getValue());
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

    ObjectNode write() {
        ObjectNode schedule = RawObject.fresh();
        days.forEach((day, spans) -> {
            ArrayNode list = schedule.putArray(name(day));
            spans.forEach(
                    span -> list.addObject().put("start", span.startText()).put("stop", span.stopText()));
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

    private static Optional<List<Span>> spans(JsonNode list) {
        if (!list.isArray()) {
            return Optional.empty();
        }
        List<Optional<Span>> spans = list.values().stream()
                .map(span -> Span.parse(
                        span.path("start").asString(""), span.path("stop").asString("")))
                .toList();
        return spans.stream().allMatch(Optional::isPresent)
                ? Optional.of(spans.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }

    private static List<Span> ordered(List<Span> spans) {
        List<Span> sorted =
                spans.stream().sorted(Comparator.comparing(Span::start)).toList();
        LocalTime free = LocalTime.MIDNIGHT;
        for (Span span : sorted) {
            if (span.start().isBefore(free)) {
                throw new IllegalArgumentException("Two spans of a day overlap");
            }
            free = span.stop();
        }
        return sorted;
    }
}
