package io.vestibule.local.engine.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;
import tools.jackson.databind.JsonNode;

/// Fills shapes of the SDK from JSON by the fields that the SDK lists for each. A value of another type than its
/// field is rejected, never converted.
final class ShapeReader {

    /// Seconds from the epoch to the end of the year 9999, the latest date of the service.
    private static final double LATEST = 253_402_300_799d;

    private ShapeReader() {}

    /// @throws IllegalArgumentException if the node does not match the shape
    static void fill(JsonNode node, SdkPojo builder) {
        demand(node.isObject());
        for (var field : builder.sdkFields()) {
            var member = node.get(field.memberName());
            if (member != null && !member.isNull()) {
                field.set(builder, value(member, field));
            }
        }
    }

    private static Object value(JsonNode node, SdkField<?> field) {
        return switch (field.marshallingType().getKnownType()) {
            case SDK_POJO -> shape(node, field.constructor().get());
            case LIST -> list(node, field.getRequiredTrait(ListTrait.class).memberFieldInfo());
            case MAP -> map(node, field.getRequiredTrait(MapTrait.class).valueFieldInfo());
            case INTEGER -> (int) whole(node, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> whole(node, Long.MIN_VALUE, Long.MAX_VALUE);
            case FLOAT -> {
                float number = (float) number(node);
                demand(Float.isFinite(number));
                yield number;
            }
            case DOUBLE -> number(node);
            case BOOLEAN -> {
                demand(node.isBoolean());
                yield node.asBoolean();
            }
            case INSTANT -> time(node);
            case SDK_BYTES -> SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(text(node)));
            default -> text(node);
        };
    }

    private static Object shape(JsonNode node, SdkPojo builder) {
        fill(node, builder);
        return ((Buildable) builder).build();
    }

    private static List<Object> list(JsonNode node, SdkField<?> element) {
        demand(node.isArray());
        var list = new ArrayList<Object>(node.size());
        node.forEach(child -> list.add(value(child, element)));
        return list;
    }

    private static Map<String, Object> map(JsonNode node, SdkField<?> element) {
        demand(node.isObject());
        var map = new LinkedHashMap<String, Object>();
        node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue(), element)));
        return map;
    }

    /// A number without a fractional part: `5` and `5.0` are the same.
    private static long whole(JsonNode node, long least, long most) {
        double number = number(node);
        demand(number == Math.rint(number) && number >= least && number <= most);
        return node.isIntegralNumber() ? node.longValue() : (long) number;
    }

    private static double number(JsonNode node) {
        demand(node.isNumber());
        double number = node.doubleValue();
        demand(Double.isFinite(number));
        return number;
    }

    private static Instant time(JsonNode node) {
        double seconds = number(node);
        demand(Math.abs(seconds) <= LATEST);
        return Instant.ofEpochMilli(Math.round(seconds * 1_000));
    }

    private static String text(JsonNode node) {
        demand(node.isString());
        return node.stringValue();
    }

    private static void demand(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("A value of another kind than its member");
        }
    }
}
