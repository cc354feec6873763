package io.vestibule.local.vms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The embedded VMS as seen by plain HTTP.
class LocalVmsTest {

    private static final String RULE = """
            {"id": 1, "created_at": "x", "topic": "x", "name": "Guests", "alert_type": "human", "camera_ids": [849],
             "site_ids": [], "event_aliases": ["motion"], "unheard_of": {"of": [1]},
             "meta": {"CloudMeta": "true", "FacialRecognition": "AWS", "face_collection": "c", "indexes": "a,b"},
             "recipients": {"app": [], "email": [], "sms": []},
             "schedule": {"monday": [{"start": "08:00", "stop": "18:00"}]}}""";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private LocalVms vms;

    @BeforeEach
    void open() {
        vms = open(LocalVmsSettings.DEFAULT);
    }

    @AfterEach
    void close() {
        vms.close();
        http.close();
    }

    @Test
    void rulesAndTheKeySurviveARestart() throws Exception {
        assertThat(send("POST", "api/v3/alert_rules/", RULE).statusCode()).isEqualTo(201);
        String key = vms.account().licenceKey();
        vms.close();
        vms = open(LocalVmsSettings.DEFAULT);
        assertThat(vms.account().licenceKey()).isEqualTo(key);
        Map<String, Object> rule = object(send("GET", "api/v3/alert_rules/140/", ""));
        assertThat(rule)
                .containsEntry("id", 140)
                .containsEntry("unheard_of", Map.of("of", List.of(1)))
                .containsEntry("topic", "arn:aws:sns:us-east-1:000000000000:embedded-alert-rule-140");
        assertThat((String) rule.get("created_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}");
    }

    @Test
    void aRuleNumberIsNeverReused() throws Exception {
        send("POST", "api/v3/alert_rules/", RULE);
        assertThat(send("DELETE", "api/v3/alert_rules/140/", "").statusCode()).isEqualTo(204);
        assertThat(send("DELETE", "api/v3/alert_rules/140/", "").statusCode()).isEqualTo(404);
        assertThat(object(send("POST", "api/v3/alert_rules/", RULE))).containsEntry("id", 141);
    }

    @Test
    void aChangeReplacesTheKeysThatItNames() throws Exception {
        send("POST", "api/v3/alert_rules/", RULE);
        String change = "{\"id\": 9, \"meta\": {\"CloudMeta\": \"false\"}}";
        assertThat(object(send("PUT", "api/v3/alert_rules/140/", change)))
                .containsEntry("id", 140)
                .containsEntry("name", "Guests")
                .containsEntry("meta", Map.of("CloudMeta", "false"));
    }

    @Test
    void pagesPointToOneAnother() throws Exception {
        Map<String, Object> page = object(send("GET", "api/v3/channels/?include_meta=true&limit=4&offset=0", ""));
        Map<?, ?> meta = (Map<?, ?>) page.getOrDefault("meta", Map.of());
        assertThat(meta.get("next")).isEqualTo("/api/v3/channels/?include_meta=true&limit=4&offset=4");
        assertThat(meta.get("previous")).isNull();
        assertThat(meta.get("total_count")).isEqualTo(6);
        assertThat((List<?>) page.getOrDefault("objects", List.of())).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, api/v3/alert_rules, 301",
        "POST, api/v3/alert_rules, 404",
        "PATCH, api/v3/alert_rules/, 405",
        "DELETE, api/v3/channels/849/, 405",
        "GET, api/v3/alert_rules/?limit=x, 400",
        "GET, api/v3/aliases, 200",
        "GET, api/v3/nothing/, 404",
        "GET, api/v3/alert_rules/x/, 404",
        "POST, api/v3/alert_rules/, 400",
        "GET, /, 404",
    })
    void anInvalidRequestGetsAnErrorStatus(String method, String path, int status) throws Exception {
        assertThat(send(method, path, "").statusCode()).isEqualTo(status);
    }

    @Test
    void camerasAreFoundByTheirTags() throws Exception {
        assertThat(count("api/v3/channels/?meta=12")).isEqualTo(3);
        assertThat(count("api/v3/channels/?meta_not=12")).isEqualTo(3);
        assertThat(count("api/v3/channels/?meta=12,15")).isZero();
    }

    @Test
    void onlyTheKeyGivesAccess() throws Exception {
        for (String header : List.of("", "LKey nonsense", "Acc " + vms.account().licenceKey())) {
            var answer = http.send(
                    HttpRequest.newBuilder(vms.address().resolve("api/v3/alert_rules/"))
                            .header("Authorization", header)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(Json.object(answer.body())).containsEntry("errorType", "invalid_auth");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | \" \"",
                "camera_ids | []",
                "camera_ids | [1]",
                "site_ids | [1]",
                "event_aliases | [\"thunder\"]",
                "meta | {\"CloudMeta\": true}",
                "meta | {\"FacialRecognition\": \"AWS\", \"face_collection\": \"c\"}",
                "recipients | {\"email\": \"a\"}",
                "schedule | {\"someday\": []}",
                "schedule | {\"monday\": [{\"start\": \"8:00\", \"stop\": \"09:00\"}]}",
                "schedule | {\"monday\": [{\"start\": \"09:00\", \"stop\": \"09:00\"}]}",
            })
    void invalidRulesAreRejectedInStrictMode(String key, String value) throws Exception {
        Map<String, Object> rule = new HashMap<>(Json.object(RULE));
        rule.putAll(Json.object("{\"" + key + "\": " + value + "}"));
        assertThat(send("POST", "api/v3/alert_rules/", Json.text(rule)).statusCode())
                .isEqualTo(400);
        vms.close();
        vms = open(new LocalVmsSettings(false, 1_000, LocalVmsSettings.DEFAULT.clock()));
        assertThat(send("POST", "api/v3/alert_rules/", Json.text(rule)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void peopleInAListAreAcceptedAndReturnedUnchanged() throws Exception {
        String rule = RULE.replace("\"a,b\"", "\"[\\\"a\\\",\\\"b\\\"]\"");
        Map<?, ?> meta =
                (Map<?, ?>) object(send("POST", "api/v3/alert_rules/", rule)).getOrDefault("meta", Map.of());
        assertThat(meta.get("indexes")).isEqualTo("[\"a\",\"b\"]");
    }

    @Test
    void aRuleMatchesByCameraPersonEventAndHour() throws Exception {
        send("POST", "api/v3/alert_rules/", RULE);
        var toronto = ZoneId.of("America/Toronto");
        Instant monday = Instant.parse("2026-01-12T14:00:00Z");
        assertThat(firing(849, "b", monday, toronto)).containsExactly(140L);
        assertThat(firing(849, "c", monday, toronto)).isEmpty();
        assertThat(firing(850, "b", monday, toronto)).isEmpty();
        assertThat(firing(849, "b", monday.minusSeconds(3_601 * 2), toronto)).isEmpty();
        assertThat(firing(849, "b", monday.plusSeconds(86_400), toronto)).isEmpty();
    }

    private List<Long> firing(long camera, String person, Instant at, ZoneId zone) throws Exception {
        List<?> rules = (List<?>)
                object(send("GET", "api/v3/alert_rules/?limit=1000", "")).getOrDefault("objects", List.of());
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> objects = (List<Map<String, Object>>) rules;
        return RuleMatch.firing(objects, camera, person, "motion", at, zone);
    }

    private int count(String path) throws Exception {
        return ((List<?>) object(send("GET", path, "")).getOrDefault("objects", List.of())).size();
    }

    private LocalVms open(LocalVmsSettings settings) {
        return LocalVms.open(folder, "key".toCharArray(), settings);
    }

    private static Map<String, Object> object(HttpResponse<String> answer) {
        return Json.object(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        URI uri = vms.address().resolve(path);
        return http.send(
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "LKey " + vms.account().licenceKey())
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
