package io.vestibule.vms;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A JSON object as it was received, or as it will be sent. Immutable. Two objects are equal if they have the same
/// values, in any order of their keys.
public final class RawJson {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.USE_LONG_FOR_INTS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /// An object without keys.
    public static final RawJson EMPTY = new RawJson(fresh());

    private final ObjectNode node;

    private RawJson(ObjectNode node) {
        this.node = node;
    }

    public static RawJson of(ObjectNode node) {
        // Parsed again, so that each number has the same node type as in a parsed object.
        return parse(JSON.writeValueAsBytes(node)).orElseThrow();
    }

    /// @return empty if the text is not exactly one JSON object
    public static Optional<RawJson> parse(String text) {
        return parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /// @param bytes UTF-8
    public static Optional<RawJson> parse(byte[] bytes) {
        try {
            return JSON.readTree(bytes) instanceof ObjectNode object
                    ? Optional.of(new RawJson(object))
                    : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    static ObjectNode fresh() {
        return JSON.createObjectNode();
    }

    /// A copy that may be modified.
    public ObjectNode node() {
        return node.deepCopy();
    }

    /// The value of a key; a missing node where there is none.
    JsonNode at(String key) {
        return node.path(key);
    }

    public boolean isEmpty() {
        return node.isEmpty();
    }

    /// On one line.
    public String compact() {
        return JSON.writeValueAsString(node);
    }

    /// Indented, on several lines, for display.
    public String pretty() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawJson raw && raw.node.equals(node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    @Override
    public String toString() {
        return "RawObject[" + node.size() + " keys]";
    }
}
