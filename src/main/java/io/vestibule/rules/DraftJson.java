package io.vestibule.rules;

import io.vestibule.base.SiteId;
import io.vestibule.people.PersonKind;
import io.vestibule.rules.RejectedRule.RejectionReason;
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
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Drafts as JSON, for the database table and for export.
final class DraftJson {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MIDNIGHT = "24:00";
    private static final List<String> DAYS =
            Stream.of(DayOfWeek.values()).map(DraftJson::key).toList();

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
            ArrayNode spans = week.putArray(key(day));
            draft.timetable().week().ranges(day).forEach(quarterRange -> spans.add(text(quarterRange)));
        }
        ObjectNode tell = node.putObject("tell");
        strings(tell.putArray("app"), draft.recipients().app());
        strings(tell.putArray("email"), draft.recipients().email());
        strings(tell.putArray("sms"), draft.recipients().sms());
        if (draft.timetable().paused()) {
            node.put("paused", true);
        }
        return node.put("keeps_up", draft.autoUpdate());
    }

    /// A part of a draft could not be read.
    static final class UnreadableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final RejectionReason reason;

        UnreadableException(RejectionReason reason, RuntimeException cause) {
            super(reason.name(), cause);
            this.reason = reason;
        }

        RejectionReason reason() {
            return reason;
        }
    }

    /// @return empty if the text is not a draft
    static Optional<RuleDraft> read(String text) {
        try {
            return Optional.of(parse(JSON.readTree(text)));
        } catch (JacksonException | UnreadableException _) {
            return Optional.empty();
        }
    }

    /// A list that is missing is empty; every other part has to be there, and nothing is read in part.
    ///
    /// @throws UnreadableException with the first part that cannot be read
    static RuleDraft parse(JsonNode node) {
        part(RejectionReason.NO_OBJECT, () -> object(node));
        return new RuleDraft(
                part(RejectionReason.NAME, () -> string(node.required("name"))),
                part(
                        RejectionReason.PEOPLE,
                        () -> new PeopleChoice(
                                strings(node.path("people")), list(node.path("groups"), DraftJson::query))),
                part(RejectionReason.CAMERAS, () -> list(node.path("cameras"), DraftJson::whole)),
                part(RejectionReason.EVENTS, () -> strings(node.path("events"))),
                new Timetable(
                        part(RejectionReason.WEEK, () -> week(object(node.required("week")))),
                        part(RejectionReason.TIME_ZONE, () -> ZoneId.of(string(node.required("zone")))),
                        part(RejectionReason.ZONE_READING, () -> ZoneReading.valueOf(string(node.required("reading")))),
                        part(
                                RejectionReason.WEEK,
                                () -> node.has("paused")
                                        && node.required("paused").booleanValue())),
                part(RejectionReason.RECIPIENTS, () -> recipients(object(node.required("tell")))),
                part(
                        RejectionReason.AUTO_UPDATE,
                        () -> node.has("keeps_up") && node.required("keeps_up").booleanValue()));
    }

    private static <T> T part(RejectionReason reason, Supplier<T> read) {
        try {
            return read.get();
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new UnreadableException(reason, e);
        }
    }

    private static Recipients recipients(JsonNode tell) {
        return new Recipients(strings(tell.path("app")), strings(tell.path("email")), strings(tell.path("sms")));
    }

    private static PeopleQuery query(JsonNode node) {
        JsonNode group = object(node);
        return new PeopleQuery(
                Optional.ofNullable(group.get("kind")).map(kind -> PersonKind.valueOf(string(kind))),
                Optional.ofNullable(group.get("site")).map(site -> SiteId.of(string(site))));
    }

    private static String text(QuarterRange quarterRange) {
        String to = quarterRange.to() == Week.QUARTERS
                ? MIDNIGHT
                : QuarterRange.time(quarterRange.to()).toString();
        return QuarterRange.time(quarterRange.from()) + "-" + to;
    }

    private static Week week(JsonNode node) {
        Week week = Week.NEVER;
        if (node.propertyNames().stream().anyMatch(day -> !DAYS.contains(day))) {
            throw new IllegalArgumentException("Not only days of the week");
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            for (String span : strings(node.path(key(day)))) {
                List<String> ends = List.of(span.split("-", 2));
                int to = ends.getLast().equals(MIDNIGHT) ? Week.QUARTERS : quarter(ends.getLast());
                QuarterRange quarterRange = new QuarterRange(quarter(ends.getFirst()), to);
                week = week.with(day, day, quarterRange.from(), quarterRange.to(), true);
            }
        }
        return week;
    }

    private static String key(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static int quarter(String time) {
        int quarter = Week.quarter(LocalTime.parse(time));
        if (!QuarterRange.time(quarter).equals(LocalTime.parse(time))) {
            throw new IllegalArgumentException("Between quarter hours");
        }
        return quarter;
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    private static List<String> strings(JsonNode array) {
        return list(array, DraftJson::string);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        require(array.isMissingNode() || array.isArray());
        return array.values().stream().map(read).toList();
    }

    private static JsonNode object(JsonNode node) {
        require(node.isObject());
        return node;
    }

    private static String string(JsonNode node) {
        require(node.isString());
        return node.stringValue();
    }

    private static long whole(JsonNode node) {
        require(node.isIntegralNumber() && node.canConvertToLong());
        return node.longValue();
    }

    private static void require(boolean expected) {
        if (!expected) {
            throw new IllegalArgumentException("Another kind of value");
        }
    }
}
