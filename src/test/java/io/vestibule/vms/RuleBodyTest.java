package io.vestibule.vms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class RuleBodyTest {

    /// The example of the public document, with a fictitious account number.
    private static final String EXAMPLE = """
            {
              "alert_type": "human",
              "camera_ids": [849],
              "created_at": "2026-01-07T14:58:44.282822",
              "event_aliases": ["motion"],
              "id": 140,
              "meta": {
                "CloudMeta": "true",
                "FacialRecognition": "AWS",
                "face_collection": "Migration_Script_8a0fa252-6c4a-4ec0-abf0-8ecee84e1376",
                "indexes": "0f3a39c3-fd13-441a-bccf-73a54ca9736f"
              },
              "name": "Face Test",
              "recipients": {"app": [], "email": [], "sms": []},
              "schedule": {
                "friday": [{"start": "00:00", "stop": "23:59"}],
                "monday": [{"start": "00:00", "stop": "23:59"}],
                "saturday": [{"start": "00:00", "stop": "23:59"}],
                "sunday": [{"start": "00:00", "stop": "23:59"}],
                "thursday": [{"start": "00:00", "stop": "23:59"}],
                "tuesday": [{"start": "00:00", "stop": "23:59"}],
                "wednesday": [{"start": "00:00", "stop": "23:59"}]
              },
              "site_ids": [],
              "topic": "arn:aws:sns:us-east-1:000000000000:vxg-dev-alert-rule-140"
            }
            """;

    private static final RuleContent FACE_TEST = RuleContent.knownPeople(
            "Face Test",
            List.of(849L),
            List.of("motion"),
            new RuleMeta.KnownPeople(
                    "Migration_Script_8a0fa252-6c4a-4ec0-abf0-8ecee84e1376",
                    List.of("0f3a39c3-fd13-441a-bccf-73a54ca9736f")),
            Recipients.NOBODY,
            WeekSchedule.ALWAYS);

    @Test
    void theBodyForOnePersonIsTheOneOfTheDocument() {
        ObjectNode example = raw(EXAMPLE).node();
        example.remove(List.of("id", "created_at", "topic"));
        assertThat(FACE_TEST.body()).isEqualTo(RawJson.of(example));
    }

    @Test
    void theExampleReadsBackAsWhatWasSent() {
        AlertRule rule = rule(EXAMPLE);
        assertThat(rule.content()).isEqualTo(FACE_TEST);
        assertThat(rule.id().number()).isEqualTo(140);
        assertThat(rule.createdAt()).hasToString("Optional[2026-01-07T14:58:44.282822Z]");
        assertThat(rule.unread()).isEmpty();
        assertThat(rule.changeTo(FACE_TEST).isEmpty()).isTrue();
        assertThat(rule.differencesFrom(FACE_TEST)).isEmpty();
    }

    @Test
    void severalPeopleJoinWithAComma() {
        var three = FACE_TEST.withMeta(new RuleMeta.KnownPeople("c", List.of("a-1", "b:2", "a-1", "c.3")));
        assertThat(three.body().at("meta").path("indexes").stringValue()).isEqualTo("a-1,b:2,c.3");
        assertThat(RuleContent.read(three.body())).isEqualTo(three);
    }

    @Test
    void peopleAreReadFromEveryListFormat() {
        assertThat(Indexes.split("a,b")).containsExactly("a", "b");
        assertThat(Indexes.split(" a , b,,a ")).containsExactly("a", "b");
        assertThat(Indexes.split("[\"a\", \"b\"]")).containsExactly("a", "b");
        assertThat(Indexes.split("[a")).containsExactly("[a");
        assertThat(Indexes.split("")).isEmpty();
    }

    @Test
    void anIdWithACommaIsNotSent() {
        var wrong = FACE_TEST.withMeta(new RuleMeta.KnownPeople("c", List.of("a,b")));
        assertThatThrownBy(wrong::body).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEditSendsOnlyDifferencesAndKeepsUnknownKeys() {
        ObjectNode node = raw(EXAMPLE).node();
        node.put("cooldown", 30);
        ((ObjectNode) node.path("meta")).put("threshold", 0.9);
        ((ObjectNode) node.path("recipients")).putArray("app").addObject().put("device", 7);
        AlertRule rule = AlertRule.read(VmsId.EMBEDDED, RawJson.of(node)).orElseThrow();

        var people = new RuleMeta.KnownPeople("c", List.of("x"));
        RawJson change = rule.changeTo(rule.content().withMeta(people));
        assertThat(change.node().propertyNames()).containsExactly("meta");
        assertThat(change.at("meta").path("threshold").doubleValue()).isEqualTo(0.9);

        var recipients = new Recipients(rule.content().recipients().app(), List.of("a@example.com"), List.of());
        var content = rule.content();
        var edited = new RuleContent(
                content.name(),
                content.alertType(),
                content.cameraIds(),
                content.siteIds(),
                content.eventAliases(),
                content.meta(),
                recipients,
                content.schedule());
        RawJson after = rule.withChange(edited);
        assertThat(after.at("recipients").path("app").path(0).path("device").intValue())
                .isEqualTo(7);
        assertThat(after.at("recipients").path("email").path(0).stringValue()).isEqualTo("a@example.com");
        assertThat(after.at("cooldown").intValue()).isEqualTo(30);
    }

    @Test
    void anUnreadableScheduleIsReportedAndNotChanged() {
        ObjectNode node = raw(EXAMPLE).node();
        ((ObjectNode) node.path("schedule"))
                .putArray("monday")
                .addObject()
                .put("start", "22:00")
                .put("stop", "06:00");
        AlertRule rule = AlertRule.read(VmsId.EMBEDDED, RawJson.of(node)).orElseThrow();
        assertThat(rule.unread()).containsExactly("schedule");
        assertThat(rule.changeTo(rule.content().withName("New")).node().propertyNames())
                .containsExactly("name");
    }

    @Test
    void otherKindsAreDistinguishedAndNotChanged() {
        Map<RuleMeta.Kind, String> kinds = Map.of(
                RuleMeta.Kind.OBJECTS,
                        "{\"CloudMeta\":\"true\",\"ObjectDetection\":\"AWS\",\"indexes\":\"laptop,chair\"}",
                RuleMeta.Kind.LANGUAGE_MODEL, "{\"CloudMeta\":\"true\",\"LLM\":\"bedrock\",\"llm_request\":\"Open?\"}",
                RuleMeta.Kind.PLAIN, "{\"CloudMeta\":\"false\"}",
                RuleMeta.Kind.UNKNOWN, "{\"CloudMeta\":\"true\",\"Sound\":[1]}");
        kinds.forEach((kind, meta) -> {
            AlertRule rule = rule("{\"id\":1,\"name\":\"x\",\"meta\":" + meta + "}");
            assertThat(rule.content().meta())
                    .isInstanceOfSatisfying(
                            RuleMeta.Other.class,
                            other -> assertThat(other.kind()).isEqualTo(kind));
            assertThat(rule.knownPeople()).isEmpty();
            assertThat(rule.withChange(rule.content().withName("y")).at("meta"))
                    .isEqualTo(raw(meta).node());
        });
    }

    @Test
    void aRuleOfAnyShapeIsReadAsLongAsItHasAnId() {
        AlertRule bare = rule("{\"id\":\"7\"}");
        assertThat(bare.id().number()).isEqualTo(7);
        assertThat(bare.content().name()).isEmpty();
        AlertRule odd =
                rule("{\"id\":1,\"name\":5,\"camera_ids\":\"x\",\"meta\":[],\"recipients\":3,\"created_at\":true}");
        assertThat(odd.unread()).containsExactlyInAnyOrder("name", "camera_ids", "meta", "recipients");
        assertThat(AlertRule.read(VmsId.EMBEDDED, raw("{\"name\":\"x\"}"))).isEmpty();
    }

    @Test
    void aRuleIsFoundAgainByItsContent() {
        var two = FACE_TEST.withMeta(new RuleMeta.KnownPeople("c", List.of("a", "b")));
        var turned = FACE_TEST.withMeta(new RuleMeta.KnownPeople("c", List.of("b", "a")));
        assertThat(turned.isSameRuleAs(two)).isTrue();
        assertThat(turned.withSchedule(WeekSchedule.NEVER).isSameRuleAs(two)).isTrue();
        assertThat(turned.withName("Other").isSameRuleAs(two)).isFalse();
        assertThat(FACE_TEST.isSameRuleAs(two)).isFalse();
    }

    @Test
    void differencesHaveAPath() {
        var found = Difference.between(
                raw("{\"a\":1,\"b\":{\"c/d\":[1]},\"e\":2}"), raw("{\"a\":1,\"b\":{\"c/d\":[2]},\"f\":null}"));
        assertThat(found)
                .extracting(
                        Difference::path,
                        each -> each.before().orElse("-"),
                        each -> each.after().orElse("-"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/b/c~1d", "[1]", "[2]"),
                        org.assertj.core.groups.Tuple.tuple("/e", "2", "-"));
    }

    private static AlertRule rule(String json) {
        return AlertRule.read(VmsId.EMBEDDED, raw(json)).orElseThrow();
    }

    private static RawJson raw(String json) {
        return RawJson.parse(json).orElseThrow();
    }
}
