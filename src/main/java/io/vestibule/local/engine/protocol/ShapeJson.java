package io.vestibule.local.engine.protocol;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Converts any shape of the SDK to JSON in the service's format, and back: times are seconds with a fraction, blobs
/// are base64, absent members are left out.
public final class ShapeJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ShapeJson() {}

    /// @param without names of top-level members to leave out
    public static String write(SdkPojo shape, Set<String> without) {
        var node = object(shape);
        node.remove(without);
        return MAPPER.writeValueAsString(node);
    }

    /// Sets the members found in `json` on `builder`; unknown ones are ignored.
    ///
    /// @throws IllegalArgumentException if the text is not the JSON of such a shape
    public static void read(String json, SdkPojo builder) {
        read(json.getBytes(StandardCharsets.UTF_8), builder);
    }

    /// The same as [#read(String, SdkPojo)] for UTF-8 bytes; an empty array is an object without members.
    public static void read(byte[] json, SdkPojo builder) {
        if (json.length == 0) {
            return;
        }
        try {
            ShapeReader.fill(MAPPER.readTree(json), builder);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not JSON", e);
        }
    }

    private static ObjectNode object(SdkPojo shape) {
        var node = NODES.objectNode();
        for (var field : shape.sdkFields()) {
            var value = node(field.getValueOrDefault(shape));
            if (value != null) {
                node.set(field.memberName(), value);
            }
        }
        return node;
    }

    private static @Nullable JsonNode node(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case SdkAutoConstructList<?> _ -> null;
            case SdkAutoConstructMap<?, ?> _ -> null;
            case SdkPojo nested -> object(nested);
            case List<?> list -> {
                var array = NODES.arrayNode();
                list.forEach(element -> array.add(node(element)));
                yield array;
            }
            case Map<?, ?> map -> {
                var object = NODES.objectNode();
                map.forEach((key, element) -> object.set(String.valueOf(key), node(element)));
                yield object;
            }
            case SdkBytes bytes -> NODES.stringNode(Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe()));
            case Instant time -> NODES.numberNode(BigDecimal.valueOf(time.toEpochMilli(), 3));
            case Boolean truth -> NODES.booleanNode(truth);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Float number -> NODES.numberNode(number);
            case Double number -> NODES.numberNode(number);
            default -> NODES.stringNode(value.toString());
        };
    }
}
