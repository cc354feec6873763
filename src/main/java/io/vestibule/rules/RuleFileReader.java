package io.vestibule.rules;

import io.vestibule.rules.RejectedRule.RejectionReason;
import io.vestibule.vms.RawJson;
import io.vestibule.vms.RuleContent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The file format of exported rules, and the JSON of one rule of the VMS. Each rule is read completely or
/// rejected with a reason.
final class RuleFileReader {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String KEY = "vestibule_rules";
    private static final int VERSION = 1;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /// Keys of a rule of the VMS that a draft is made of.
    private static final Map<String, RejectionReason> PARTS = parts();

    private RuleFileReader() {}

    /// @param accepted drafts to be added
    record Contents(List<RuleDraft> accepted, List<RejectedRule> rejected) {}

    static String write(List<RuleDraft> drafts) {
        ObjectNode file = JSON.createObjectNode().put(KEY, VERSION);
        var list = file.putArray("rules");
        drafts.forEach(draft -> list.add(DraftJson.node(draft)));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file);
    }

    /// @throws RuleException `rules.not-a-rule` if the file is not UTF-8 text
    static String decode(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new RuleException(new RuleFailure.NotARule());
        }
    }

    /// @param toDraft makes a draft of the content of a rule of the VMS
    /// @throws RuleException `rules.not-a-rule` if the file contains no rules at all, `rules.newer-format` if a
    ///     newer version wrote it
    static Contents read(String text, Function<RuleContent, RuleDraft> toDraft) {
        String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        JsonNode file;
        try {
            file = JSON.readTree(json);
        } catch (JacksonException _) {
            throw new RuleException(new RuleFailure.NotARule());
        }
        Contents contents = file.has(KEY) ? exported(file) : ofVms(json, file, toDraft);
        if (contents.accepted().isEmpty() && contents.rejected().isEmpty()) {
            throw new RuleException(new RuleFailure.NotARule());
        }
        return contents;
    }

    private static Contents exported(JsonNode file) {
        JsonNode version = file.path(KEY);
        if (!version.isIntegralNumber() || !version.canConvertToInt() || version.intValue() < VERSION) {
            throw new RuleException(new RuleFailure.NotARule());
        }
        if (version.intValue() > VERSION) {
            throw new RuleException(new RuleFailure.NewerFormat(version.intValue(), VERSION));
        }
        List<RuleDraft> accepted = new ArrayList<>();
        List<RejectedRule> rejected = new ArrayList<>();
        int position = 0;
        for (JsonNode node : file.path("rules").isArray() ? file.path("rules").values() : List.<JsonNode>of()) {
            position++;
            try {
                accepted.add(DraftJson.parse(node));
            } catch (DraftJson.UnreadableException e) {
                rejected.add(new RejectedRule(position, node.path("name").asString(""), e.reason()));
            }
        }
        return new Contents(accepted, rejected);
    }

    private static Contents ofVms(String json, JsonNode file, Function<RuleContent, RuleDraft> toDraft) {
        Optional<RawJson> body = RawJson.parse(json).filter(_ -> file.has("camera_ids") && file.has("meta"));
        if (body.isEmpty()) {
            return new Contents(List.of(), List.of());
        }
        RuleContent content = RuleContent.read(body.get());
        Set<String> unread = RuleContent.unread(body.get());
        Optional<RejectionReason> reason = PARTS.entrySet().stream()
                .filter(part -> unread.contains(part.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (reason.isPresent()) {
            return new Contents(List.of(), List.of(new RejectedRule(1, content.name(), reason.get())));
        }
        RuleDraft draft = toDraft.apply(content);
        return new Contents(draft.people().isEmpty() ? List.of() : List.of(draft), List.of());
    }

    private static Map<String, RejectionReason> parts() {
        Map<String, RejectionReason> parts = new LinkedHashMap<>();
        parts.put("name", RejectionReason.NAME);
        parts.put("meta", RejectionReason.PEOPLE);
        parts.put("camera_ids", RejectionReason.CAMERAS);
        parts.put("event_aliases", RejectionReason.EVENTS);
        parts.put("schedule", RejectionReason.WEEK);
        parts.put("recipients", RejectionReason.RECIPIENTS);
        return parts;
    }
}
