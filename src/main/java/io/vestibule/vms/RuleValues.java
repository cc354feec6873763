package io.vestibule.vms;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The parts of a rule in one notation, so that rules are compared by value: the order of lists, seconds, numbers
/// written as text, `null` and missing keys make no difference.
final class RuleValues {

    /// The keys of a rule that we write.
    static final Set<String> KEYS =
            Set.of("name", "alert_type", "camera_ids", "site_ids", "event_aliases", "meta", "recipients", "schedule");

    private RuleValues() {}

    /// @param key one of [#KEYS]
    /// @param value may be a missing node
    /// @return the value in the common notation; the given one if it cannot be read
    static JsonNode of(String key, JsonNode value) {
        return switch (key) {
            case "camera_ids", "site_ids" -> list(value, RuleReader::numbers, ArrayNode::add);
            case "event_aliases" -> list(value, RuleReader::texts, ArrayNode::add);
            case "meta" -> meta(value);
            case "recipients" -> recipients(value);
            case "schedule" -> schedule(value);
            default -> isAbsent(value) ? string("") : value;
        };
    }

    static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /// What a target means, in any order of its users.
    static Object meaning(RuleMeta meta) {
        return meta instanceof RuleMeta.KnownPeople people
                ? List.of(people.collection(), Set.copyOf(people.userIds()))
                : meta;
    }

    static Object meaning(Recipients recipients) {
        return List.of(Set.copyOf(recipients.app()), Set.copyOf(recipients.email()), Set.copyOf(recipients.sms()));
    }

    /// Ranges that touch are one range.
    static WeekSchedule meaning(WeekSchedule schedule) {
        Map<DayOfWeek, List<TimeRange>> days = new EnumMap<>(DayOfWeek.class);
        schedule.days().forEach((day, ranges) -> days.put(day, joined(ranges)));
        return new WeekSchedule(days);
    }

    private static List<TimeRange> joined(List<TimeRange> ranges) {
        List<TimeRange> joined = new ArrayList<>();
        for (TimeRange range : ranges) {
            LocalTime end = joined.isEmpty() ? LocalTime.MIN : joined.getLast().stop();
            if (!joined.isEmpty() && end.equals(range.start())) {
                joined.set(joined.size() - 1, new TimeRange(joined.getLast().start(), range.stop()));
            } else {
                joined.add(range);
            }
        }
        return joined;
    }

    private static <T extends Comparable<T>> JsonNode list(
            JsonNode value,
            Function<JsonNode, Optional<List<T>>> read,
            java.util.function.BiConsumer<ArrayNode, T> write) {
        Optional<List<T>> values = isAbsent(value) ? Optional.of(List.of()) : read.apply(value);
        return values.map(known -> sorted(known, write)).orElse(value);
    }

    private static <T extends Comparable<T>> JsonNode sorted(
            Collection<T> values, java.util.function.BiConsumer<ArrayNode, T> write) {
        ArrayNode array = RawJson.fresh().putArray("values");
        new TreeSet<>(values).forEach(one -> write.accept(array, one));
        return array;
    }

    private static JsonNode meta(JsonNode value) {
        if (!isAbsent(value) && !value.isObject()) {
            return value;
        }
        ObjectNode meta = RawJson.fresh();
        value.properties().stream()
                .filter(entry -> !entry.getValue().isNull())
                .forEach(entry -> meta.put(entry.getKey(), RuleReader.spokenValue(entry.getValue())));
        if (meta.has("indexes") && !meta.has("LLM")) {
            meta.set("indexes", sorted(Indexes.split(meta.path("indexes").stringValue()), ArrayNode::add));
        } else if (meta.has("FacialRecognition")) {
            meta.set("indexes", sorted(List.<String>of(), ArrayNode::add));
        }
        return meta;
    }

    private static JsonNode recipients(JsonNode value) {
        if (!isAbsent(value) && !value.isObject()) {
            return value;
        }
        ObjectNode recipients = RawJson.fresh();
        value.properties().stream()
                .filter(entry -> !entry.getValue().isNull())
                .forEach(entry -> recipients.set(entry.getKey(), entry.getValue()));
        for (String key : List.of("app", "email", "sms")) {
            JsonNode list = value.path(key);
            recipients.set(
                    key, isAbsent(list) || list.isArray() ? sorted(RuleReader.spoken(list), ArrayNode::add) : list);
        }
        return recipients;
    }

    private static JsonNode schedule(JsonNode value) {
        Optional<WeekSchedule> week = isAbsent(value) ? Optional.of(WeekSchedule.NEVER) : WeekSchedule.parse(value);
        return week.<JsonNode>map(known -> meaning(known).toJson()).orElse(value);
    }

    private static JsonNode string(String text) {
        return RawJson.fresh().put("value", text).path("value");
    }
}
