package io.vestibule.vms;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Reads rules leniently: a missing or invalid value becomes a default, and its key is reported in `unread`,
/// never an error.
final class RuleReader {

    /// The content, and the keys that exist and could not be parsed.
    record Read(RuleContent content, Set<String> unread) {}

    private RuleReader() {}

    static Optional<AlertRule> rule(VmsId vms, RawJson raw) {
        return whole(raw.at("id")).map(id -> {
            Read read = content(raw);
            return new AlertRule(
                    new RemoteRuleId(vms, id),
                    instant(raw.at("created_at").asString("")),
                    raw.at("topic").asString(""),
                    read.content(),
                    read.unread(),
                    raw);
        });
    }

    static Read content(RawJson raw) {
        Set<String> unread = new HashSet<>();
        RuleContent content = new RuleContent(
                part(raw, "name", RuleReader::text, "", unread),
                part(raw, "alert_type", RuleReader::text, "", unread),
                part(raw, "camera_ids", RuleReader::numbers, List.of(), unread),
                part(raw, "site_ids", RuleReader::numbers, List.of(), unread),
                part(raw, "event_aliases", RuleReader::texts, List.of(), unread),
                part(raw, "meta", RuleReader::meta, meta(RawJson.fresh()).orElseThrow(), unread),
                part(raw, "recipients", RuleReader::recipients, Recipients.NOBODY, unread),
                part(raw, "schedule", WeekSchedule::parse, WeekSchedule.NEVER, unread));
        return new Read(content, unread);
    }

    /// Times of the VMS without an offset are UTC, with or without a fraction of a second.
    static Optional<Instant> instant(String text) {
        try {
            String naive = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
            return Optional.of(LocalDateTime.parse(naive).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static Optional<Long> whole(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return Optional.of(node.longValue());
        }
        try {
            return node.isString() ? Optional.of(Long.parseLong(node.stringValue())) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    static Optional<List<Long>> numbers(JsonNode node) {
        return list(node, RuleReader::whole);
    }

    static Optional<Recipients> recipients(JsonNode node) {
        return node.isObject()
                ? Optional.of(
                        new Recipients(spoken(node.path("app")), spoken(node.path("email")), spoken(node.path("sms"))))
                : Optional.empty();
    }

    private static Optional<RuleMeta> meta(JsonNode node) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        Map<String, String> entries = new LinkedHashMap<>();
        node.properties().stream()
                .filter(entry -> !entry.getValue().isNull())
                .forEach(entry -> entries.put(entry.getKey(), spokenValue(entry.getValue())));
        if (entries.containsKey("FacialRecognition") && entries.containsKey("face_collection")) {
            return Optional.of(new RuleMeta.KnownPeople(
                    entries.getOrDefault("face_collection", ""), Indexes.split(entries.getOrDefault("indexes", ""))));
        }
        return Optional.of(new RuleMeta.Other(kind(entries), entries));
    }

    private static RuleMeta.Kind kind(Map<String, String> entries) {
        if (entries.containsKey("ObjectDetection")) {
            return RuleMeta.Kind.OBJECTS;
        }
        if (entries.containsKey("LLM")) {
            return RuleMeta.Kind.LANGUAGE_MODEL;
        }
        return "false".equals(entries.get("CloudMeta")) ? RuleMeta.Kind.PLAIN : RuleMeta.Kind.UNKNOWN;
    }

    static String spokenValue(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    static List<String> spoken(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.values().stream().filter(value -> !value.isNull()).forEach(value -> texts.add(spokenValue(value)));
        return texts;
    }

    private static <T> T part(
            RawJson raw, String key, Function<JsonNode, Optional<T>> reader, T usual, Set<String> unread) {
        JsonNode node = raw.at(key);
        Optional<T> value = reader.apply(node);
        if (value.isEmpty() && !RuleValues.isAbsent(node)) {
            unread.add(key);
        }
        return value.orElse(usual);
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    static Optional<List<String>> texts(JsonNode node) {
        return list(node, RuleReader::text);
    }

    private static <T> Optional<List<T>> list(JsonNode node, Function<JsonNode, Optional<T>> reader) {
        if (!node.isArray()) {
            return Optional.empty();
        }
        List<Optional<T>> values = node.values().stream().map(reader).toList();
        return values.stream().allMatch(Optional::isPresent)
                ? Optional.of(values.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }
}
