package io.vestibule.bulk;

import io.vestibule.bulk.list.ColumnMapping;
import io.vestibule.bulk.list.DatePattern;
import io.vestibule.bulk.list.Field;
import io.vestibule.bulk.list.ListOptions;
import io.vestibule.bulk.source.FolderRule;
import io.vestibule.bulk.source.TextFormat;
import io.vestibule.people.PersonKind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/// A file that says how a list is read, for imports by the command line. A line each: `key = Employee number`.
///
/// On the left is a field (`key`, `name`, `first-name`, `photo`, …) with the header of its column on the right, several
/// separated by `;`, or one of `kind`, `paper-consent`, `keep-days`, `dates`, `delimiter`, `encoding`, `folder`.
public final class MapFile {

    private final Map<String, String> lines = new TreeMap<>();

    private MapFile() {}

    /// Without a file: everything as proposed.
    public static MapFile empty() {
        return new MapFile();
    }

    /// @throws BulkException `bulk.map-unfit` with the number of the line
    public static MapFile read(Path file) {
        var map = new MapFile();
        List<String> text;
        try {
            text = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BulkException(new BulkFailure.MapUnfit(0), e);
        }
        for (int i = 0; i < text.size(); i++) {
            var line = text.get(i).strip();
            int equals = line.indexOf('=');
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (equals < 1 || !isKnown(line.substring(0, equals).strip())) {
                throw new BulkException(new BulkFailure.MapUnfit(i + 1));
            }
            map.lines.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        }
        return map;
    }

    private static boolean isKnown(String key) {
        return List.of("kind", "paper-consent", "keep-days", "dates", "delimiter", "encoding", "folder")
                        .contains(key)
                || field(key).isPresent();
    }

    private static Optional<Field> field(String key) {
        return java.util.Arrays.stream(Field.values())
                .filter(field -> name(field).equals(key))
                .findFirst();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The text format if the file names one.
    public Optional<TextFormat> text(Optional<TextFormat> proposed) {
        if (!lines.containsKey("delimiter") && !lines.containsKey("encoding")) {
            return Optional.empty();
        }
        var delimiter = lines.getOrDefault("delimiter", "");
        try {
            return Optional.of(new TextFormat(
                    delimiter.equals("tab")
                            ? '\t'
                            : delimiter.isEmpty()
                                    ? proposed.map(TextFormat::delimiter).orElse(';')
                                    : delimiter.charAt(0),
                    lines.containsKey("encoding")
                            ? Charset.forName(lines.get("encoding"))
                            : proposed.map(TextFormat::charset).orElse(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            throw new BulkException(new BulkFailure.MapValueUnfit("encoding"), e);
        }
    }

    /// @throws BulkException `bulk.map-value-unfit`
    public Optional<FolderRule> rule() {
        return value("folder", FolderRule.values());
    }

    /// The plan for a list.
    ///
    /// @param proposal of the list, read with [#text] and [#rule]
    /// @param keepDays usual retention of a kind
    /// @throws BulkException `bulk.map-value-unfit`, `bulk.dates-ambiguous`
    public ImportPlan plan(Proposal proposal, ToIntFunction<PersonKind> keepDays) {
        var kind = value("kind", new PersonKind[] {PersonKind.EMPLOYEE, PersonKind.VISITOR})
                .orElse(PersonKind.EMPLOYEE);
        var dates = Optional.ofNullable(lines.get("dates"))
                .map(text -> java.util.Arrays.stream(DatePattern.values())
                        .filter(pattern -> pattern.isWritten(text))
                        .findFirst()
                        .orElseThrow(() -> new BulkException(new BulkFailure.MapValueUnfit("dates"))));
        if (dates.isEmpty() && proposal.dates().size() != 1) {
            throw new BulkException(new BulkFailure.DatesAmbiguous());
        }
        return new ImportPlan(
                proposal.source(),
                mapping(proposal),
                new ListOptions(
                        proposal.text(),
                        proposal.rule(),
                        dates.orElseGet(() -> proposal.dates().getFirst()),
                        kind,
                        lines.getOrDefault("paper-consent", "").equals("yes"),
                        days().orElseGet(() -> keepDays.applyAsInt(kind))));
    }

    private Optional<Integer> days() {
        try {
            return Optional.ofNullable(lines.get("keep-days")).map(Integer::valueOf);
        } catch (NumberFormatException e) {
            throw new BulkException(new BulkFailure.MapValueUnfit("keep-days"), e);
        }
    }

    private ColumnMapping mapping(Proposal proposal) {
        var columns = new EnumMap<Field, List<Integer>>(Field.class);
        for (var line : lines.entrySet()) {
            field(line.getKey()).filter(field -> field != Field.KIND).ifPresent(field -> {
                var indices = new ArrayList<Integer>();
                for (var header : line.getValue().split(";", -1)) {
                    int index = proposal.header().indexOf(header.strip());
                    if (index < 0) {
                        throw new BulkException(new BulkFailure.MapValueUnfit(line.getKey()));
                    }
                    indices.add(index);
                }
                columns.put(field, indices);
            });
        }
        return columns.isEmpty() ? proposal.mapping() : new ColumnMapping(columns);
    }

    private <E extends Enum<E>> Optional<E> value(String key, E[] values) {
        var text = lines.get(key);
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(java.util.Arrays.stream(values)
                .filter(value -> name(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new BulkException(new BulkFailure.MapValueUnfit(key))));
    }
}
