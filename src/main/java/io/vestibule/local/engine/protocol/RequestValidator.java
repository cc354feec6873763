package io.vestibule.local.engine.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/// Validates any request against `constraints.tsv`, the constraints of the service's own model, by walking the fields
/// that the SDK lists for each shape. The SDK checks none of them before it sends.
public final class RequestValidator {

    private static final String TABLE = "constraints.tsv";

    private final Map<String, Constraint> rules;

    private RequestValidator(Map<String, Constraint> rules) {
        this.rules = rules;
    }

    public static RequestValidator load() {
        try (var in = RequestValidator.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException(TABLE + " is not on the class path");
            }
            var rules = new HashMap<String, Constraint>();
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(columns -> rules.put(columns[0], Constraint.parse(columns)));
            return new RequestValidator(Map.copyOf(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The message of the service's `ValidationException`, or empty if every member is valid.
    public Optional<String> validate(SdkPojo request) {
        var found = new ArrayList<String>();
        walk(request, "", found);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var count = found.size() == 1 ? "1 validation error" : found.size() + " validation errors";
        return Optional.of(count + " detected: " + String.join("; ", found));
    }

    private void walk(SdkPojo shape, String prefix, List<String> found) {
        var name = shape.getClass().getSimpleName();
        for (var field : shape.sdkFields()) {
            var path = prefix + camelCase(field.memberName());
            check(name + "." + field.memberName(), path, field.getValueOrDefault(shape), found);
        }
    }

    private void check(String key, String path, @Nullable Object value, List<String> found) {
        var rule = rules.getOrDefault(key, Constraint.NONE);
        if (value == null || value instanceof SdkAutoConstructList<?> || value instanceof SdkAutoConstructMap<?, ?>) {
            if (rule.required()) {
                found.add(sentence("null", path, "Member must not be null"));
            }
            return;
        }
        ConstraintViolations.of(value, rule).forEach(what -> found.add(sentence(shown(value), path, what)));
        switch (value) {
            case SdkPojo nested -> walk(nested, path + ".", found);
            case Collection<?> list -> parts(list, key + "[]", value, path, "Member must satisfy constraint", found);
            case Map<?, ?> map -> {
                parts(map.keySet(), key + "{key}", value, path, "Map keys must satisfy constraint", found);
                parts(map.values(), key + "{value}", value, path, "Map value must satisfy constraint", found);
            }
            default -> {}
        }
    }

    /// Elements of a list or map have no path of their own: the service reports all violations once, for the whole.
    private void parts(Collection<?> parts, String key, Object whole, String path, String words, List<String> found) {
        var rule = rules.getOrDefault(key, Constraint.NONE);
        var broken = parts.stream()
                .flatMap(part -> ConstraintViolations.of(part == null ? "" : part, rule).stream())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!broken.isEmpty()) {
            found.add(sentence(shown(whole), path, words + ": [" + broken + "]"));
        }
    }

    private static String sentence(String value, String path, String what) {
        return "Value " + value + " at '" + path + "' failed to satisfy constraint: " + what;
    }

    private static String shown(Object value) {
        if (value instanceof SdkBytes bytes) {
            var length = bytes.asByteArrayUnsafe().length;
            return "'java.nio.HeapByteBuffer[pos=0 lim=" + length + " cap=" + length + "]'";
        }
        return "'" + value + "'";
    }

    private static String camelCase(String member) {
        return member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
    }
}
