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

/// A JSON object as it came, or as it will be sent. Never changes. Two are equal that hold the same values,
/// whatever the order of their keys.
public final class RawJson {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.USE_LONG_FOR_INTS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final ObjectNode node;

    private RawJson(ObjectNode node) {
        this.node = node;
    }

    public static RawJson of(ObjectNode node) {
        // Read anew, so that a number is of the one type that it has when it is read.
        return parse(JSON.writeValueAsBytes(node)).orElseThrow();
    }

    /// @return empty if it is no JSON object, or more than one value
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

    /// A copy that may be changed.
    public ObjectNode node() {
        return node.deepCopy();
    }

    /// One value by its key; a missing node where there is none.
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

    /// On many lines, for people.
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
