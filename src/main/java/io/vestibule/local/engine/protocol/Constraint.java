package io.vestibule.local.engine.protocol;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Validation rules of one member of a request; each of them may be absent.
///
/// @param min minimum value of a number, minimum length of a text or blob, minimum size of a list or map
/// @param max the same as a maximum
/// @param values valid values of an enumeration; empty for other types
record Constraint(
        boolean required,
        @Nullable Long min,
        @Nullable Long max,
        @Nullable Pattern pattern,
        List<String> values) {

    static final Constraint NONE = new Constraint(false, null, null, null, List.of());

    static Constraint parse(String[] columns) {
        return new Constraint(
                !column(columns, 1).isEmpty(),
                number(column(columns, 2)),
                number(column(columns, 3)),
                column(columns, 4).isEmpty() ? null : Pattern.compile(columns[4]),
                column(columns, 5).isEmpty() ? List.of() : List.of(columns[5].split(" ", -1)));
    }

    private static String column(String[] columns, int index) {
        return index < columns.length ? columns[index] : "";
    }

    private static @Nullable Long number(String text) {
        return text.isEmpty() ? null : Long.valueOf(text);
    }
}
