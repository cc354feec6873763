package io.vestibule.settings;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One typed key of the settings file. Each package declares its own as constants, so that the key, its default, its
/// range and its unit are defined in one place.
///
/// @param key lower-case words joined by dots, the package first, for example `check.sharpness.warn`; never changes
/// once released
/// @param defaultValue the value if none is set
/// @param valid validates a value; accepts `defaultValue`
/// @param accepts the valid values as text, for the page of all keys
/// @param unit of a number, for example `px` or `%`; empty if there is none
public record Setting<T>(String key, Codec<T> codec, T defaultValue, Predicate<T> valid, String accepts, String unit) {

    public Setting {
        if (!key.matches("[a-z0-9-]++(?:\\.[a-z0-9-]++)++")) {
            throw new IllegalArgumentException("A settings key is lower-case words joined by dots: " + key);
        }
        if (!valid.test(defaultValue)) {
            throw new IllegalArgumentException("The default is out of range: " + key);
        }
    }

    /// @param min,max inclusive
    public static Setting<Integer> integer(String key, int defaultValue, int min, int max, String unit) {
        return new Setting<>(
                key, Codec.INTEGER, defaultValue, number -> number >= min && number <= max, min + " to " + max, unit);
    }

    /// @param min,max inclusive
    public static Setting<Double> decimal(String key, double defaultValue, double min, double max, String unit) {
        return new Setting<>(
                key, Codec.DECIMAL, defaultValue, number -> number >= min && number <= max, min + " to " + max, unit);
    }

    public static Setting<Boolean> flag(String key, boolean defaultValue) {
        return new Setting<>(key, Codec.FLAG, defaultValue, _ -> true, "true or false", "");
    }

    public static Setting<String> text(String key, String defaultValue, Predicate<String> valid) {
        return new Setting<>(key, Codec.TEXT, defaultValue, valid, "text", "");
    }

    /// A text setting of up to 1,000 characters.
    public static Setting<String> text(String key, String defaultValue) {
        return text(key, defaultValue, text -> text.length() <= 1_000);
    }

    public static Setting<List<String>> texts(String key) {
        return new Setting<>(key, Codec.TEXTS, List.of(), _ -> true, "list of texts", "");
    }

    public static <E extends Enum<E>> Setting<E> choice(String key, E defaultValue) {
        var constants =
                Stream.of(defaultValue.getDeclaringClass().getEnumConstants()).map(Enum::name);
        return new Setting<>(
                key,
                Codec.choice(defaultValue.getDeclaringClass()),
                defaultValue,
                _ -> true,
                constants.collect(Collectors.joining(", ")),
                "");
    }

    /// Converts and validates a raw value of the file.
    ///
    /// @throws IllegalArgumentException if it has another type or is out of range
    T read(Object raw) {
        T value = codec.read().apply(raw);
        if (!valid.test(value)) {
            throw new IllegalArgumentException("Out of range");
        }
        return value;
    }
}
