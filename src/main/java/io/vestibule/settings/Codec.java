package io.vestibule.settings;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// Converts a value to its raw form in a JSON file and back. A raw value is a String, Boolean, Number or List of
/// Strings.
///
/// @param read throws [IllegalArgumentException] for a raw value of another type
/// @param write never throws
public record Codec<T>(Function<Object, T> read, Function<T, Object> write) {

    public static final Codec<String> TEXT = new Codec<>(raw -> as(String.class, raw), text -> text);

    public static final Codec<Boolean> FLAG = new Codec<>(raw -> as(Boolean.class, raw), flag -> flag);

    public static final Codec<Integer> INTEGER = new Codec<>(Codec::whole, number -> number);

    public static final Codec<Double> DECIMAL =
            new Codec<>(raw -> as(Number.class, raw).doubleValue(), number -> number);

    public static final Codec<List<String>> TEXTS =
            new Codec<>(raw -> texts(as(List.class, raw)), texts -> List.copyOf(texts));

    /// Constants are stored by name, so renaming one loses the stored choice.
    public static <E extends Enum<E>> Codec<E> choice(Class<E> type) {
        return new Codec<>(raw -> constant(type, as(String.class, raw)), Enum::name);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such choice"));
    }

    private static Integer whole(Object raw) {
        double number = as(Number.class, raw).doubleValue();
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("Not a whole number");
        }
        return (int) number;
    }

    private static List<String> texts(List<?> raw) {
        return raw.stream().map(item -> as(String.class, item)).toList();
    }

    private static <R> R as(Class<R> type, Object raw) {
        if (!type.isInstance(raw)) {
            throw new IllegalArgumentException("Not a " + type.getSimpleName());
        }
        return type.cast(raw);
    }
}
