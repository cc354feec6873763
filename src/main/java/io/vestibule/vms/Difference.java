package io.vestibule.vms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One difference between two JSON objects.
///
/// @param path JSON pointer, for example `/schedule/monday`; a list is compared as one value
/// @param before the value in the first object, as JSON; empty where it has none
/// @param after the value in the second object, as JSON; empty where it has none
public record Difference(String path, Optional<String> before, Optional<String> after) {

    /// In the order of the first object, then of the second.
    public static List<Difference> between(RawJson sent, RawJson kept) {
        List<Difference> found = new ArrayList<>();
        compare("", sent.node(), kept.node(), found);
        return List.copyOf(found);
    }

    private static void compare(String path, JsonNode sent, JsonNode kept, List<Difference> found) {
        if (sent instanceof ObjectNode a && kept instanceof ObjectNode b) {
            Set<String> keys = new LinkedHashSet<>(a.propertyNames());
            keys.addAll(b.propertyNames());
            keys.forEach(key -> compare(path + "/" + escaped(key), a.path(key), b.path(key), found));
        } else if (!sent.equals(kept)) {
            found.add(new Difference(path, text(sent), text(kept)));
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
