package io.vestibule.vms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One difference between two rules as JSON objects. The parts that we know are compared by value.
///
/// @param path JSON pointer, for example `/schedule/monday`; a list is compared as one value
/// @param before the value in the first object, as JSON; empty where it has none
/// @param after the value in the second object, as JSON; empty where it has none
public record Difference(String path, Optional<String> before, Optional<String> after) {

    /// In the order of the first object, then of the second.
    public static List<Difference> between(RawJson sent, RawJson kept) {
        List<Difference> found = new ArrayList<>();
        ObjectNode a = sent.node();
        ObjectNode b = kept.node();
        Set<String> keys = new LinkedHashSet<>(a.propertyNames());
        keys.addAll(b.propertyNames());
        for (String key : keys) {
            JsonNode one = a.path(key);
            JsonNode other = b.path(key);
            boolean known = RuleValues.KEYS.contains(key);
            compare(
                    "/" + escaped(key),
                    new Pair(known ? RuleValues.of(key, one) : one, known ? RuleValues.of(key, other) : other),
                    new Pair(one, other),
                    found);
        }
        return List.copyOf(found);
    }

    private record Pair(JsonNode sent, JsonNode kept) {

        Pair at(String key) {
            return new Pair(sent.path(key), kept.path(key));
        }

        boolean isEqual() {
            return sent.equals(kept) || (RuleValues.isAbsent(sent) && RuleValues.isAbsent(kept));
        }
    }

    /// @param values in the common notation, which is compared
    /// @param texts as they were written, which are shown
    private static void compare(String path, Pair values, Pair texts, List<Difference> found) {
        if (values.sent() instanceof ObjectNode a && values.kept() instanceof ObjectNode b) {
            Set<String> keys = new LinkedHashSet<>(a.propertyNames());
            keys.addAll(b.propertyNames());
            keys.forEach(key -> compare(path + "/" + escaped(key), values.at(key), texts.at(key), found));
        } else if (!values.isEqual()) {
            found.add(new Difference(path, text(texts.sent()), text(texts.kept())));
        }
    }

    /// Escapes a key according to RFC 6901.
    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static Optional<String> text(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(node.toString());
    }
}
