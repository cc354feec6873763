package io.vestibule.vms;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The value `meta.indexes` of a rule: the users or objects that it looks for.
///
/// Written as one string, the ids separated by a comma without a space. The example of the VMS has one id only; the
/// comma is what the same key uses for several objects, and an AWS user id (`[a-zA-Z0-9_.\-:]+`) cannot contain one.
/// A JSON list inside the string is read as well, because the VMS stores other lists in that form.
public final class Indexes {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Indexes() {}

    /// @throws IllegalArgumentException for an id that is blank or contains a comma
    public static String join(List<String> ids) {
        for (String id : ids) {
            if (id.isBlank() || id.indexOf(',') >= 0) {
                throw new IllegalArgumentException("An id of a rule is not blank and has no comma");
            }
        }
        return String.join(",", ids);
    }

    /// The ids in their order, without duplicates. Never fails: text that is not a JSON list is split at commas.
    public static List<String> split(String value) {
        String text = value.strip();
        List<String> parts = text.startsWith("[") ? list(text) : Arrays.asList(text.split(",", -1));
        return parts.stream()
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .distinct()
                .toList();
    }

    private static List<String> list(String text) {
        try {
            return JSON.readTree(text).values().stream().map(JsonNode::asString).toList();
        } catch (JacksonException _) {
            return Arrays.asList(text.split(",", -1));
        }
    }
}
