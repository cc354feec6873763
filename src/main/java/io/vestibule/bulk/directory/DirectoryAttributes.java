package io.vestibule.bulk.directory;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import io.vestibule.bulk.list.ColumnMapping;
import io.vestibule.bulk.list.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which attributes of an entry hold what, written as `key=employeeNumber; photo=jpegPhoto,thumbnailPhoto`. Of several
/// attributes for one field the first that has a value counts.
///
/// @param names by field; [Field#KEY] has exactly one
record DirectoryAttributes(Map<Field, List<String>> names) {

    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9-]*(;[A-Za-z0-9-]+)*");

    DirectoryAttributes {
        names = Map.copyOf(names);
    }

    /// Empty if it cannot be read, or has no number or no name.
    static Optional<DirectoryAttributes> parse(String text) {
        var names = new EnumMap<Field, List<String>>(Field.class);
        for (var part : text.split(";", -1)) {
            if (part.isBlank()) {
                continue;
            }
            int equals = part.indexOf('=');
            var field = Arrays.stream(Field.values())
                    .filter(one -> equals > 0
                            && one.name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-')
                                    .equals(part.substring(0, equals).strip()))
                    .findFirst();
            var attributes = Arrays.stream(part.substring(equals + 1).split(",", -1))
                    .map(String::strip)
                    .toList();
            if (field.isEmpty()
                    || attributes.stream()
                            .anyMatch(name -> !ATTRIBUTE.matcher(name).matches())) {
                return Optional.empty();
            }
            names.put(field.get(), attributes);
        }
        boolean named = names.containsKey(Field.NAME) || names.containsKey(Field.LAST_NAME);
        return names.getOrDefault(Field.KEY, List.of()).size() == 1 && named
                ? Optional.of(new DirectoryAttributes(names))
                : Optional.empty();
    }

    static boolean isFilter(String text) {
        try {
            return Filter.create(text) != null;
        } catch (LDAPException _) {
            return false;
        }
    }

    String key() {
        return of(Field.KEY).getFirst();
    }

    List<String> photos() {
        return of(Field.PHOTO);
    }

    List<String> of(Field field) {
        return names.getOrDefault(field, List.of());
    }

    /// The fields of a row, in the order of its cells.
    List<Field> fields() {
        return names.keySet().stream().sorted().toList();
    }

    /// All attributes but those of photos.
    List<String> texts() {
        return names.entrySet().stream()
                .filter(entry -> entry.getKey() != Field.PHOTO)
                .flatMap(entry -> entry.getValue().stream())
                .distinct()
                .toList();
    }

    ColumnMapping mapping() {
        var columns = new EnumMap<Field, List<Integer>>(Field.class);
        var fields = new ArrayList<>(fields());
        for (int i = 0; i < fields.size(); i++) {
            columns.put(fields.get(i), List.of(i));
        }
        return new ColumnMapping(columns);
    }
}
