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

/// Which rules of a VMS would fire, by a reading of the JSON that shares nothing with the console's.
public final class RuleMatch {

    private RuleMatch() {}

    /// @param rules as a list of the VMS has them
    /// @param alias the event that woke the camera
    /// @param zone in which the schedule is read
    /// @return ids
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
