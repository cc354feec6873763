package io.vestibule.local.vms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The sample data of a new account: six cameras at two sites, two aliases, and three rules that are not Known People
/// rules.
final class AccountSeeder {

    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private record Camera(long id, String name, String zone, boolean streaming, int site) {}

    private static final List<Camera> CAMERAS = List.of(
            new Camera(849, "Main entrance", "America/Toronto", true, 12),
            new Camera(850, "Reception desk", "America/Toronto", true, 12),
            new Camera(851, "Staff entrance", "America/Toronto", true, 12),
            new Camera(852, "Warehouse gate", "Europe/Berlin", true, 15),
            new Camera(853, "Loading dock", "UTC", true, 15),
            new Camera(854, "Car park", "Europe/Berlin", false, 15));

    private AccountSeeder() {}

    static void seed(VmsStore store, Account account) {
        CAMERAS.forEach(camera -> store.insert(account, ItemKind.CHANNEL, camera.id(), channel(camera)));
        store.insert(account, ItemKind.GROUP, 301, group(301, 12));
        store.insert(account, ItemKind.GROUP, 302, group(302, 15));
        store.insert(account, ItemKind.ALIAS, 1, ordered("id", 1, "alias_name", "motion"));
        store.insert(account, ItemKind.ALIAS, 2, ordered("id", 2, "alias_name", "line_crossing"));
        rule(store, account, 137, "Laptop left behind", 850, objects());
        rule(store, account, 138, "Gate held open", 852, question());
        rule(store, account, 139, "Movement in the car park", 854, Map.of("CloudMeta", "false"));
    }

    /// The events of a camera. Motion and line crossing are off if the camera is not streaming.
    static List<Map<String, Object>> events(Map<String, Object> channel) {
        boolean streaming = Boolean.TRUE.equals(channel.get("streaming"));
        return List.of(event("motion", streaming), event("line_crossing", streaming), event("net", true));
    }

    private static Map<String, Object> event(String name, boolean receive) {
        return ordered("name", name, "caps", Map.of(), "notify", true, "receive", receive);
    }

    /// With a source and tokens, which a client has to drop.
    private static Map<String, Object> channel(Camera camera) {
        String site = String.valueOf(camera.site());
        Map<String, Object> channel = ordered(
                "id", camera.id(),
                "name", camera.name(),
                "created", "2026-01-05T08:00:00",
                "rec_mode", "on",
                "streaming", camera.streaming(),
                "timezone", camera.zone());
        channel.put("access_tokens", Map.of("all", "token-all-" + camera.id(), "watch", "token-watch-" + camera.id()));
        channel.put(
                "source",
                Map.of("url", "rtsp://192.0.2.10/" + camera.id(), "login", "viewer", "password", "camera-password"));
        channel.put("meta", Map.of("siteId", site, site, "siteId"));
        return channel;
    }

    private static Map<String, Object> group(long id, int site) {
        List<Long> channels = CAMERAS.stream()
                .filter(camera -> camera.site() == site)
                .map(Camera::id)
                .toList();
        return ordered(
                "id", id, "name", "Site" + site, "token", "token-group-" + id, "channels", channels, "meta", Map.of());
    }

    private static void rule(
            VmsStore store, Account account, long id, String name, long camera, Map<String, String> meta) {
        Map<String, Object> rule = ordered(
                "id",
                id,
                "created_at",
                "2026-01-05T09:00:00.000000",
                "topic",
                "arn:aws:sns:us-east-1:000000000000:embedded-alert-rule-" + id,
                "name",
                name,
                "alert_type",
                "human",
                "camera_ids",
                List.of(camera),
                "site_ids",
                List.of());
        rule.put("event_aliases", List.of("motion"));
        rule.put("meta", meta);
        rule.put("recipients", Map.of("app", List.of(), "email", List.of("security@example.com"), "sms", List.of()));
        Map<String, Object> schedule = new LinkedHashMap<>();
        DAYS.forEach(day -> schedule.put(day, List.of(ordered("start", "00:00", "stop", "23:59"))));
        rule.put("schedule", schedule);
        store.insert(account, ItemKind.RULE, id, rule);
    }

    private static Map<String, String> objects() {
        return Map.of("CloudMeta", "true", "ObjectDetection", "AWS", "indexes", "laptop,suitcase");
    }

    private static Map<String, String> question() {
        return Map.of("CloudMeta", "true", "LLM", "bedrock", "llm_request", "Is the gate open with nobody beside it?");
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }
}
