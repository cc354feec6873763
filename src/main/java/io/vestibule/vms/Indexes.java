package io.vestibule.vms;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The value `meta.indexes` of a rule: whom, or what, it looks for.
///
/// Written as one string with a comma between two ids and no space. The example of the VMS has one id only; the
/// comma is how the same key holds several objects, and no AWS user id (`[a-zA-Z0-9_.\-:]+`) can have one in it.
/// Read also from a JSON list inside the string, as other lists of the VMS are kept.
public final class Indexes {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Indexes() {}

    /// @throws IllegalArgumentException for an id that is blank or has a comma
    public static String join(List<String> ids) {
        for (String id : ids) {
            if (id.isBlank() || id.indexOf(',') >= 0) {
                throw new IllegalArgumentException("An id of a rule is not blank and has no comma");
            }
        }
        return String.join(",", ids);
    }

    /// In the order written, each once. Never fails: what is no list is taken for ids between commas.
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
