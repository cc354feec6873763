package io.vestibule.bulk.list;

import io.vestibule.base.Sha256;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which column holds what.
///
/// @param columns indices of the columns, from 0
public record ColumnMapping(Map<Field, List<Integer>> columns) {

    public ColumnMapping {
        columns = columns.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    /// By the usual headers of badge systems and HR lists. A column is used once.
    public static ColumnMapping propose(List<String> header) {
        var found = new EnumMap<Field, List<Integer>>(Field.class);
        for (int i = 0; i < header.size(); i++) {
            for (var field : Field.values()) {
                boolean free = field.mayRepeat() || !found.containsKey(field);
                if (free && field.isUsual(header.get(i))) {
                    found.computeIfAbsent(field, _ -> new ArrayList<>()).add(i);
                    break;
                }
            }
        }
        return new ColumnMapping(found);
    }

    /// What the column holds; empty if it is left out.
    public Optional<Field> field(int column) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue().contains(column))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public boolean namesPeople() {
        return columns.containsKey(Field.NAME)
                || columns.containsKey(Field.LAST_NAME)
                || columns.containsKey(Field.FIRST_NAME);
    }

    List<Integer> of(Field field) {
        return columns.getOrDefault(field, List.of());
    }

    /// For the database: `KEY=0;PHOTO=3,4`.
    public String asText() {
        return new java.util.TreeMap<>(columns)
                .entrySet().stream()
                        .map(entry -> entry.getKey().name() + "="
                                + entry.getValue().stream().map(String::valueOf).collect(Collectors.joining(",")))
                        .collect(Collectors.joining(";"));
    }

    /// @param text of [#asText]
    public static ColumnMapping ofText(String text) {
        var columns = new EnumMap<Field, List<Integer>>(Field.class);
        for (var part : text.isEmpty() ? List.<String>of() : List.of(text.split(";", -1))) {
            int equals = part.indexOf('=');
            columns.put(
                    Field.valueOf(part.substring(0, equals)),
                    List.of(part.substring(equals + 1).split(",", -1)).stream()
                            .map(Integer::valueOf)
                            .toList());
        }
        return new ColumnMapping(columns);
    }

    /// Names a header without its words, so that the mapping of the next list with the same header is known.
    public static String headerDigest(List<String> header) {
        return Sha256.hex(header.stream().map(cell -> Field.words(cell) + "\n").collect(Collectors.joining()));
    }
}
