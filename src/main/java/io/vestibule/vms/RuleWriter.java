package io.vestibule.vms;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes rule bodies. Values of `meta` are strings, even for booleans.
final class RuleWriter {

    private static final String TRUE = "true";
    private static final String AWS = "AWS";

    private RuleWriter() {}

    static ObjectNode body(RuleContent content) {
        ObjectNode body = RawJson.fresh();
        body.put("alert_type", content.alertType());
        numbers(body.putArray("camera_ids"), content.cameraIds());
        texts(body.putArray("event_aliases"), content.eventAliases());
        body.set("meta", meta(RawJson.fresh(), content.meta()));
        body.put("name", content.name());
        ObjectNode recipients = body.putObject("recipients");
        texts(recipients.putArray("app"), content.recipients().app());
        texts(recipients.putArray("email"), content.recipients().email());
        texts(recipients.putArray("sms"), content.recipients().sms());
        body.set("schedule", content.schedule().toJson());
        numbers(body.putArray("site_ids"), content.siteIds());
        return body;
    }

    /// Only what differs between the content read and the wanted one. `meta` and `recipients` are sent whole,
    /// because the VMS replaces them whole; their unknown keys are sent back unchanged.
    static ObjectNode change(AlertRule known, RuleContent wanted) {
        ObjectNode change = RawJson.fresh();
        Changes changes = new Changes(known.content(), wanted);
        changes.when(RuleContent::alertType, text -> text, (_, value) -> change.put("alert_type", value));
        changes.when(RuleContent::cameraIds, Set::copyOf, (_, value) -> numbers(change.putArray("camera_ids"), value));
        changes.when(
                RuleContent::eventAliases, Set::copyOf, (_, value) -> texts(change.putArray("event_aliases"), value));
        changes.when(
                RuleContent::meta,
                RuleValues::meaning,
                (_, value) -> change.set("meta", meta(object(known, "meta"), value)));
        changes.when(RuleContent::name, text -> text, (_, value) -> change.put("name", value));
        changes.when(
                RuleContent::recipients,
                RuleValues::meaning,
                (was, value) -> change.set("recipients", recipients(object(known, "recipients"), was, value)));
        changes.when(RuleContent::schedule, RuleValues::meaning, (_, value) -> change.set("schedule", value.toJson()));
        changes.when(RuleContent::siteIds, Set::copyOf, (_, value) -> numbers(change.putArray("site_ids"), value));
        return change;
    }

    private record Changes(RuleContent was, RuleContent wanted) {

        /// @param meaning what is compared
        <T> void when(Function<RuleContent, T> part, Function<T, Object> meaning, BiConsumer<T, T> write) {
            T before = part.apply(was);
            T after = part.apply(wanted);
            if (!Objects.equals(meaning.apply(before), meaning.apply(after))) {
                write.accept(before, after);
            }
        }
    }

    private static ObjectNode object(AlertRule rule, String key) {
        JsonNode node = rule.raw().node().path(key);
        return node instanceof ObjectNode object ? object : RawJson.fresh();
    }

    private static ObjectNode meta(ObjectNode base, RuleMeta meta) {
        switch (meta) {
            case RuleMeta.KnownPeople people -> {
                base.put("CloudMeta", TRUE);
                if (!base.path("FacialRecognition").isString()) {
                    base.put("FacialRecognition", AWS);
                }
                base.put("face_collection", people.collection());
                base.put("indexes", Indexes.join(people.userIds()));
            }
            case RuleMeta.Other other -> {
                for (Map.Entry<String, String> entry : other.entries().entrySet()) {
                    JsonNode present = base.path(entry.getKey());
                    if (present.isMissingNode() || present.isString()) {
                        base.put(entry.getKey(), entry.getValue());
                    }
                }
            }
        }
        return base;
    }

    /// Only lists that differ are replaced, because entries of the others may be more than strings.
    private static ObjectNode recipients(ObjectNode base, Recipients was, Recipients wanted) {
        list(base, "app", was.app(), wanted.app());
        list(base, "email", was.email(), wanted.email());
        list(base, "sms", was.sms(), wanted.sms());
        return base;
    }

    private static void list(ObjectNode base, String key, List<String> was, List<String> wanted) {
        if (!Set.copyOf(was).equals(Set.copyOf(wanted)) || !base.path(key).isArray()) {
            texts(base.putArray(key), wanted);
        }
    }

    private static void texts(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    private static void numbers(ArrayNode array, List<Long> values) {
        values.forEach(array::add);
    }
}
