package io.vestibule.local.vms;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Evaluates which rules of a VMS would fire, with JSON code that is independent of the console's.
public final class RuleMatch {

    private RuleMatch() {}

    /// @param rules the rules in the list format of the VMS
    /// @param alias the event that the camera reported
    /// @param zone time zone in which the schedule is interpreted
    /// @return ids of the rules
    public static List<Long> firing(
            List<Map<String, Object>> rules, long camera, String userId, String alias, Instant at, ZoneId zone) {
        return rules.stream()
                .filter(rule -> ((List<?>) rule.getOrDefault("camera_ids", List.of()))
                        .stream().anyMatch(id -> ((Number) id).longValue() == camera))
                .filter(rule -> ((List<?>) rule.getOrDefault("event_aliases", List.of())).contains(alias))
                .filter(rule -> names((Map<?, ?>) rule.getOrDefault("meta", Map.of()), userId))
                .filter(rule -> armed((Map<?, ?>) rule.getOrDefault("schedule", Map.of()), at.atZone(zone)))
                .map(rule -> ((Number) rule.getOrDefault("id", -1)).longValue())
                .toList();
    }

    private static boolean names(Map<?, ?> meta, String userId) {
        return meta.containsKey("FacialRecognition")
                && Arrays.asList(String.valueOf(meta.get("indexes")).split(",", -1))
                        .contains(userId);
    }

    private static boolean armed(Map<?, ?> schedule, ZonedDateTime at) {
        String day =
                at.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ENGLISH);
        LocalTime time = at.toLocalTime();
        return schedule.get(day) instanceof List<?> spans
                && spans.stream()
                        .map(span -> (Map<?, ?>) span)
                        .anyMatch(span -> !time.isBefore(LocalTime.parse((String) span.get("start")))
                                && !time.isAfter(LocalTime.parse((String) span.get("stop"))));
    }
}
