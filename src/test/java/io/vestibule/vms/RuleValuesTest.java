package io.vestibule.vms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Rules are compared by value: whatever notation the VMS chooses, the same rule has no difference, and
/// another value has one.
class RuleValuesTest {

    private static final int CASES = 300;

    @Test
    void theSameRuleInAnyNotationHasNoDifference() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            RuleContent content = content(random);
            AlertRule plain = rule(content.body().node());
            AlertRule other = rule(rewritten(content.body().node(), random));

            assertThat(other.hasSameContentAs(plain))
                    .as("seed %s: %s", seed, other.raw().compact())
                    .isTrue();
            assertThat(plain.hasSameContentAs(other)).as("seed %s", seed).isTrue();
            assertThat(Difference.between(plain.raw(), other.raw()))
                    .as("seed %s", seed)
                    .isEmpty();
            assertThat(other.differencesFrom(content)).as("seed %s", seed).isEmpty();
            assertThat(other.changeTo(content).isEmpty()).as("seed %s", seed).isTrue();
            assertThat(other.content().isSameRuleAs(content))
                    .as("seed %s", seed)
                    .isTrue();
            assertThat(other.unread()).as("seed %s", seed).isEmpty();
        }
    }

    /// The state of a rule, the differences beside it and what would be sent are one judgement.
    @Test
    void stateDifferencesAndBodyAgreeOnEveryChange() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            RuleContent one = content(random);
            RuleContent two = random.nextBoolean() ? content(random) : one;
            AlertRule first = rule(rewritten(one.body().node(), random));
            AlertRule second = rule(rewritten(two.body().node(), random));

            boolean same = first.hasSameContentAs(second);
            assertThat(Difference.between(first.raw(), second.raw()).isEmpty())
                    .as("seed %s", seed)
                    .isEqualTo(same);
            assertThat(first.changeTo(two).isEmpty()).as("seed %s", seed).isEqualTo(same);
            assertThat(second.differencesFrom(one).isEmpty())
                    .as("seed %s", seed)
                    .isEqualTo(same);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"camera_ids\":[849,851]}",
                "{\"name\":\"Guest\"}",
                "{\"event_aliases\":[]}",
                "{\"recipients\":{\"email\":[\"b@example.com\"]}}",
                "{\"schedule\":{\"monday\":[{\"start\":\"08:00\",\"stop\":\"12:01\"}]}}",
                "{\"schedule\":{\"monday\":[{\"start\":\"08:00:30\",\"stop\":\"12:00\"}]}}",
                "{\"meta\":{\"CloudMeta\":\"true\",\"FacialRecognition\":\"AWS\",\"face_collection\":\"c\",\"indexes\":\"a\"}}",
                "{\"meta\":null}"
            })
    void anotherValueIsADifference(String change) {
        String text = "{\"id\":140,\"name\":\"Guests\",\"camera_ids\":[849,850],\"event_aliases\":[\"motion\"],"
                + "\"recipients\":{\"email\":[\"a@example.com\"]},"
                + "\"schedule\":{\"monday\":[{\"start\":\"08:00\",\"stop\":\"12:00\"}]},"
                + "\"meta\":{\"CloudMeta\":\"true\",\"FacialRecognition\":\"AWS\",\"face_collection\":\"c\",\"indexes\":\"a,b\"}}";
        ObjectNode node = RawJson.parse(text).orElseThrow().node();
        AlertRule before = rule(node);
        node.setAll(RawJson.parse(change).orElseThrow().node());
        AlertRule after = rule(node);

        assertThat(after.hasSameContentAs(before)).isFalse();
        assertThat(Difference.between(before.raw(), after.raw())).isNotEmpty();
    }

    private static AlertRule rule(ObjectNode node) {
        return AlertRule.read(VmsId.EMBEDDED, RawJson.of(node.put("id", 140))).orElseThrow();
    }

    private static RuleContent content(Random random) {
        List<Long> cameras =
                LongStream.range(849, 850 + random.nextInt(3)).boxed().toList();
        List<String> users = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> "user-" + i)
                .toList();
        return RuleContent.knownPeople(
                "Guests",
                cameras,
                random.nextBoolean() ? List.of("motion") : List.of("motion", "line_crossing"),
                new RuleMeta.KnownPeople("collection", users),
                new Recipients(
                        List.of(),
                        random.nextBoolean() ? List.of() : List.of("a@example.com", "b@example.com"),
                        random.nextBoolean() ? List.of() : List.of("+14165550100")),
                random.nextInt(4) == 0
                        ? WeekSchedule.NEVER
                        : WeekSchedule.everyDay(List.of(
                                new TimeRange(LocalTime.of(random.nextInt(3), 0), LocalTime.of(12, 0)),
                                new TimeRange(LocalTime.of(13, 30), LocalTime.of(20, 15)))));
    }

    /// The same values in another notation.
    private static ObjectNode rewritten(ObjectNode rule, Random random) {
        for (String key : List.of("camera_ids", "site_ids", "event_aliases")) {
            list(rule, key, random);
        }
        ObjectNode meta = (ObjectNode) rule.path("meta");
        List<String> users = new ArrayList<>(Indexes.split(meta.path("indexes").stringValue()));
        Collections.shuffle(users, random);
        switch (random.nextInt(4)) {
            case 0 -> {
                ArrayNode array = meta.putArray("indexes");
                users.forEach(array::add);
            }
            case 1 -> meta.put("indexes", "[\"" + String.join("\", \"", users) + "\"]");
            default -> meta.put("indexes", String.join(random.nextBoolean() ? "," : ", ", users));
        }
        if (random.nextBoolean()) {
            meta.put("CloudMeta", true);
        }
        if (random.nextBoolean()) {
            meta.putNull("note");
        }
        ObjectNode recipients = (ObjectNode) rule.path("recipients");
        List.of("app", "email", "sms").forEach(key -> list(recipients, key, random));
        ObjectNode schedule = (ObjectNode) rule.path("schedule");
        for (String day : List.copyOf(schedule.propertyNames())) {
            day(schedule, day, random);
        }
        if (schedule.isEmpty() && random.nextBoolean()) {
            rule.remove("schedule");
        }
        return rule;
    }

    private static void list(ObjectNode parent, String key, Random random) {
        List<JsonNode> values = new ArrayList<>(parent.path(key).values());
        Collections.shuffle(values, random);
        if (values.isEmpty() && random.nextBoolean()) {
            if (random.nextBoolean()) {
                parent.putNull(key);
            } else {
                parent.remove(key);
            }
            return;
        }
        ArrayNode array = parent.putArray(key);
        for (JsonNode value : values) {
            if (value.isNumber() && random.nextBoolean()) {
                array.add(value.asString());
            } else {
                array.add(value);
            }
        }
        if (!values.isEmpty() && random.nextInt(4) == 0) {
            array.add(values.getFirst());
        }
    }

    private static void day(ObjectNode schedule, String day, Random random) {
        List<JsonNode> spans = new ArrayList<>(schedule.path(day).values());
        if (spans.isEmpty() && random.nextBoolean()) {
            if (random.nextBoolean()) {
                schedule.putNull(day);
            } else {
                schedule.remove(day);
            }
            return;
        }
        Collections.shuffle(spans, random);
        ArrayNode array = schedule.putArray(day);
        for (JsonNode span : spans) {
            String start = span.path("start").stringValue();
            String stop = span.path("stop").stringValue();
            String seconds = random.nextBoolean() ? ":00" : "";
            if (stop.equals("12:00") && random.nextBoolean()) {
                array.addObject().put("start", start).put("stop", "11:00" + seconds);
                array.addObject().put("start", "11:00").put("stop", stop + seconds);
            } else {
                array.addObject().put("start", start + seconds).put("stop", stop + seconds);
            }
        }
    }
}
