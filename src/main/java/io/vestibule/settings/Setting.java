package io.vestibule.settings;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One typed key of the settings file. Each room declares its own as constants, so that the key, its default, its range
/// and its unit are written down once.
///
/// @param key lower-case words joined by dots, the room first, for example `check.sharpness.least`; never changes once
/// released
/// @param defaultValue the value where none is set
/// @param valid what is accepted; `usual` is
/// @param accepts the same in words, for the page of all keys
/// @param unit what a number counts, for example `px` or `%`; empty where there is none
public record Setting<T>(String key, Codec<T> codec, T defaultValue, Predicate<T> valid, String accepts, String unit) {

    public Setting {
        if (!key.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
            throw new IllegalArgumentException("A settings key is lower-case words joined by dots: " + key);
        }
        if (!valid.test(defaultValue)) {
            throw new IllegalArgumentException("The default is out of range: " + key);
        }
    }

    /// @param least,most both included
    public static Setting<Integer> integer(String key, int usual, int least, int most, String unit) {
        return new Setting<>(
                key, Codec.INTEGER, usual, number -> number >= least && number <= most, least + " to " + most, unit);
    }

    /// @param least,most both included
    public static Setting<Double> decimal(String key, double usual, double least, double most, String unit) {
        return new Setting<>(
                key, Codec.DECIMAL, usual, number -> number >= least && number <= most, least + " to " + most, unit);
    }

    public static Setting<Boolean> flag(String key, boolean usual) {
        return new Setting<>(key, Codec.FLAG, usual, _ -> true, "true or false", "");
    }

    public static Setting<String> text(String key, String usual, Predicate<String> valid) {
        return new Setting<>(key, Codec.TEXT, usual, valid, "text", "");
    }

    /// A text of up to 1,000 characters.
    public static Setting<String> text(String key, String usual) {
        return text(key, usual, text -> text.length() <= 1_000);
    }

    public static Setting<List<String>> texts(String key) {
        return new Setting<>(key, Codec.TEXTS, List.of(), _ -> true, "list of texts", "");
    }

    public static <E extends Enum<E>> Setting<E> choice(String key, E usual) {
        var constants = Stream.of(usual.getDeclaringClass().getEnumConstants()).map(Enum::name);
        return new Setting<>(
                key,
                Codec.choice(usual.getDeclaringClass()),
                usual,
                _ -> true,
                constants.collect(Collectors.joining(", ")),
                "");
    }

    /// Reads a raw value of the file.
    ///
    /// @throws IllegalArgumentException if it has another shape or is out of range
    T read(Object raw) {
        T value = codec.read().apply(raw);
        if (!valid.test(value)) {
            throw new IllegalArgumentException("Out of range");
        }
        return value;
    }
}
