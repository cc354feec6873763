package io.vestibule.local.vms;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Validates a rule. What the real VMS validates, and its wording, is not public.
final class AlertRuleValidator {

    private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Set<String> DAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private final Set<Object> cameras;
    private final Set<Object> sites;
    private final Set<Object> aliases;

    AlertRuleValidator(VmsStore store, Account account) {
        cameras = store.all(account, ItemKind.CHANNEL).stream()
                .map(channel -> number(channel.getOrDefault("id", "")))
                .collect(Collectors.toSet());
        sites = store.all(account, ItemKind.GROUP).stream()
                .map(group -> String.valueOf(group.get("name")))
                .filter(name -> name.matches("Site\\d{1,18}"))
                .map(name -> Long.valueOf(name.substring("Site".length())))
                .collect(Collectors.toSet());
        aliases = store.all(account, ItemKind.ALIAS).stream()
                .map(alias -> alias.get("alias_name"))
                .collect(Collectors.toSet());
    }

    /// @return the first violation
    Optional<String> findViolation(Map<String, Object> rule) {
        List<Function<Map<String, Object>, Optional<String>>> checks = List.of(
                AlertRuleValidator::name,
                this::places,
                this::aliases,
                AlertRuleValidator::meta,
                AlertRuleValidator::recipients,
                AlertRuleValidator::schedule);
        return checks.stream().flatMap(check -> check.apply(rule).stream()).findFirst();
    }

    private static Optional<String> name(Map<String, Object> rule) {
        return when(!(rule.get("name") instanceof String name) || name.isBlank(), "name is missing");
    }

    private Optional<String> places(Map<String, Object> rule) {
        if (!(rule.getOrDefault("camera_ids", List.of()) instanceof List<?> cameraIds)
                || !(rule.getOrDefault("site_ids", List.of()) instanceof List<?> siteIds)) {
            return Optional.of("camera_ids and site_ids are lists");
        }
        if (cameraIds.isEmpty() && siteIds.isEmpty()) {
            return Optional.of("camera_ids and site_ids are both empty");
        }
        return unknown("camera", cameraIds, cameras).or(() -> unknown("site", siteIds, sites));
    }

    private Optional<String> aliases(Map<String, Object> rule) {
        return rule.getOrDefault("event_aliases", List.of()) instanceof List<?> names
                ? names.stream()
                        .filter(name -> !aliases.contains(name))
                        .findFirst()
                        .map(name -> "unknown alias " + name)
                : Optional.of("event_aliases is a list");
    }

    private static Optional<String> meta(Map<String, Object> rule) {
        if (!(rule.get("meta") instanceof Map<?, ?> meta)) {
            return Optional.of("meta is missing");
        }
        if (meta.values().stream().anyMatch(value -> !(value instanceof String))) {
            return Optional.of("values of meta are strings");
        }
        boolean faceless =
                meta.containsKey("FacialRecognition") && (isBlank(meta, "face_collection") || isBlank(meta, "indexes"));
        return when(faceless, "FacialRecognition needs face_collection and indexes");
    }

    private static Optional<String> recipients(Map<String, Object> rule) {
        boolean lists = rule.getOrDefault("recipients", Map.of()) instanceof Map<?, ?> recipients
                && recipients.values().stream().allMatch(value -> value instanceof List<?>);
        return when(!lists, "recipients are lists");
    }

    private static Optional<String> schedule(Map<String, Object> rule) {
        if (!(rule.getOrDefault("schedule", Map.of()) instanceof Map<?, ?> schedule)) {
            return Optional.of("schedule is an object");
        }
        return schedule.entrySet().stream()
                .flatMap(day -> day(String.valueOf(day.getKey()), day.getValue()).stream())
                .findFirst();
    }

    private static Optional<String> day(String day, Object spans) {
        if (!DAYS.contains(day) || !(spans instanceof List<?> list)) {
            return Optional.of("schedule has no day " + day);
        }
        boolean legal = list.stream().allMatch(AlertRuleValidator::isSpan);
        return when(!legal, "a span of " + day + " is not HH:MM to a later HH:MM");
    }

    private static boolean isSpan(Object span) {
        return span instanceof Map<?, ?> times
                && times.get("start") instanceof String start
                && times.get("stop") instanceof String stop
                && CLOCK.matcher(start).matches()
                && CLOCK.matcher(stop).matches()
                && start.compareTo(stop) < 0;
    }

    private static Optional<String> unknown(String what, Collection<?> ids, Set<Object> known) {
        return ids.stream()
                .filter(id -> !known.contains(number(id)))
                .findFirst()
                .map(id -> "unknown " + what + " " + id);
    }

    private static Object number(Object value) {
        return value instanceof Number number ? (Object) number.longValue() : value;
    }

    private static boolean isBlank(Map<?, ?> meta, String key) {
        return String.valueOf(meta.containsKey(key) ? meta.get(key) : "").isBlank();
    }

    private static Optional<String> when(boolean wrong, String words) {
        return wrong ? Optional.of(words) : Optional.empty();
    }
}
