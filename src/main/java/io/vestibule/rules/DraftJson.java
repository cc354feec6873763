package io.vestibule.rules;

import io.vestibule.base.SiteId;
import io.vestibule.people.PersonKind;
import io.vestibule.rules.week.QuarterRange;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.Week;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.rules.who.PeopleQuery;
import io.vestibule.vms.Recipients;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Drafts as JSON, for the database table and for export.
final class DraftJson {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MIDNIGHT = "24:00";

    private DraftJson() {}

    static String write(RuleDraft draft) {
        return node(draft).toString();
    }

    static ObjectNode node(RuleDraft draft) {
        ObjectNode node = JSON.createObjectNode().put("name", draft.name());
        strings(node.putArray("people"), draft.people().userIds());
        ArrayNode groups = node.putArray("groups");
        for (PeopleQuery query : draft.people().queries()) {
            ObjectNode group = groups.addObject();
            query.kind().ifPresent(kind -> group.put("kind", kind.name()));
            query.site().ifPresent(site -> group.put("site", site.toString()));
        }
        ArrayNode cameras = node.putArray("cameras");
        draft.cameras().forEach(cameras::add);
        strings(node.putArray("events"), draft.eventAliases());
        node.put("zone", draft.timetable().zone().getId());
        node.put("reading", draft.timetable().reading().name());
        ObjectNode week = node.putObject("week");
        for (DayOfWeek day : DayOfWeek.values()) {
            ArrayNode spans = week.putArray(day.name().toLowerCase(Locale.ROOT));
            draft.timetable().week().ranges(day).forEach(quarterRange -> spans.add(text(quarterRange)));
        }
        ObjectNode tell = node.putObject("tell");
        strings(tell.putArray("app"), draft.recipients().app());
        strings(tell.putArray("email"), draft.recipients().email());
        strings(tell.putArray("sms"), draft.recipients().sms());
        return node.put("keeps_up", draft.autoUpdate());
    }

    /// @return empty if the text is not a draft
    static Optional<RuleDraft> read(String text) {
        try {
            return read(JSON.readTree(text));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    static Optional<RuleDraft> read(JsonNode node) {
        try {
            Timetable when = new Timetable(
                    week(node.required("week")),
                    ZoneId.of(node.required("zone").stringValue()),
                    ZoneReading.valueOf(node.required("reading").stringValue()));
            JsonNode tell = node.required("tell");
            return Optional.of(new RuleDraft(
                    node.required("name").stringValue(),
                    new PeopleChoice(strings(node.path("people")), list(node.path("groups"), DraftJson::query)),
                    list(node.path("cameras"), JsonNode::longValue),
                    strings(node.path("events")),
                    when,
                    new Recipients(strings(tell.path("app")), strings(tell.path("email")), strings(tell.path("sms"))),
                    node.path("keeps_up").asBoolean(false)));
        } catch (JacksonException | DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static PeopleQuery query(JsonNode node) {
        return new PeopleQuery(
                Optional.ofNullable(node.get("kind")).map(kind -> PersonKind.valueOf(kind.stringValue())),
                Optional.ofNullable(node.get("site")).map(site -> SiteId.of(site.stringValue())));
    }

    private static String text(QuarterRange quarterRange) {
        String to = quarterRange.to() == Week.QUARTERS
                ? MIDNIGHT
                : QuarterRange.time(quarterRange.to()).toString();
        return QuarterRange.time(quarterRange.from()) + "-" + to;
    }

    private static Week week(JsonNode node) {
        Week week = Week.NEVER;
        for (DayOfWeek day : DayOfWeek.values()) {
            for (String span : strings(node.path(day.name().toLowerCase(Locale.ROOT)))) {
                List<String> ends = List.of(span.split("-", 2));
                int from = Week.quarter(LocalTime.parse(ends.getFirst()));
                int to =
                        ends.getLast().equals(MIDNIGHT) ? Week.QUARTERS : Week.quarter(LocalTime.parse(ends.getLast()));
                QuarterRange quarterRange = new QuarterRange(from, to);
                week = week.with(day, day, quarterRange.from(), quarterRange.to(), true);
            }
        }
        return week;
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    private static List<String> strings(JsonNode array) {
        return list(array, JsonNode::stringValue);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        return array.values().stream().map(read).toList();
    }
}
