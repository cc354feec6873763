package io.vestibule.local.engine.protocol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Any shape of the SDK as JSON in the service's own spelling, and back: times are seconds with a fraction, blobs are
/// base64, absent members are left out.
public final class ShapeJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ShapeJson() {}

    /// @param without members of the outermost shape to leave out
    public static String write(SdkPojo shape, Set<String> without) {
        var node = object(shape);
        node.remove(without);
        return MAPPER.writeValueAsString(node);
    }

    /// Sets the members found in `json` on `builder`; unknown ones are ignored.
    public static void read(String json, SdkPojo builder) {
        fill(MAPPER.readTree(json), builder);
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

    private static void fill(JsonNode node, SdkPojo builder) {
        for (var field : builder.sdkFields()) {
            var member = node.get(field.memberName());
            if (member != null && !member.isNull()) {
                field.set(builder, value(member, field));
            }
        }
    }

    private static Object value(JsonNode node, SdkField<?> field) {
        return switch (field.marshallingType().getKnownType()) {
            case SDK_POJO -> {
                var nested = field.constructor().get();
                fill(node, nested);
                yield built(nested);
            }
            case LIST -> {
                var element = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
                var list = new ArrayList<Object>();
                node.forEach(child -> list.add(value(child, element)));
                yield list;
            }
            case MAP -> {
                var element = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
                var map = new LinkedHashMap<String, Object>();
                node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue(), element)));
                yield map;
            }
            case INTEGER -> node.asInt();
            case LONG -> node.asLong();
            case FLOAT -> (float) node.asDouble();
            case DOUBLE -> node.asDouble();
            case BOOLEAN -> node.asBoolean();
            case INSTANT ->
                Instant.ofEpochMilli(node.decimalValue().movePointRight(3).longValue());
            case SDK_BYTES -> SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(node.asString()));
            default -> node.asString();
        };
    }

    private static Object built(SdkPojo builder) {
        return ((software.amazon.awssdk.utils.builder.Buildable) builder).build();
    }
}
