package io.vestibule.bulk;

import io.vestibule.audit.Permission;
import io.vestibule.bulk.list.ColumnMapping;
import io.vestibule.bulk.list.DatePattern;
import io.vestibule.bulk.list.Field;
import io.vestibule.bulk.source.FolderRule;
import io.vestibule.bulk.source.RowTable;
import io.vestibule.bulk.source.SourceRow;
import io.vestibule.bulk.source.TextFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks into a list and proposes how to read it. Stores nothing.
public final class ProposeFlow {

    private static final int SAMPLES = 10;

    private final ImportContext context;

    public ProposeFlow(ImportContext context) {
        this.context = context;
    }

    /// @param text of a text file, if another one was chosen
    /// @param rule of pictures without a list, if another one was chosen
    /// @throws BulkException if it is no list
    public Proposal propose(Path source, Optional<TextFormat> text, Optional<FolderRule> rule) {
        context.enrol().session().require(Permission.IMPORT_PEOPLE);
        try (var opened = context.sources().open(source)) {
            var table = opened.table(text, rule);
            var samples = new ArrayList<SourceRow>();
            table.read(row -> {
                samples.add(row);
                return samples.size() < SAMPLES;
            });
            var mapping = context.keys()
                    .mapping(context.enrol().company().id(), ColumnMapping.headerDigest(table.header()))
                    .map(ColumnMapping::ofText)
                    .orElseGet(() -> ColumnMapping.propose(table.header()));
            return new Proposal(
                    source,
                    table.header(),
                    samples,
                    mapping,
                    text.or(opened::proposedText),
                    rule.or(opened::proposedRule),
                    dates(table, mapping));
        }
    }

    /// A list without dates fits every pattern, and is read as ISO.
    private static List<DatePattern> dates(RowTable table, ColumnMapping mapping) {
        var columns = Stream.of(Field.EXPIRES, Field.CONSENT_DATE)
                .flatMap(field -> mapping.columns().getOrDefault(field, List.of()).stream())
                .toList();
        var fitting = new ArrayList<>(List.of(DatePattern.values()));
        boolean[] any = {false};
        table.read(row -> {
            for (int column : columns) {
                var cell = row.cell(column);
                // A wrong date is a fault of its row, and says nothing about the others.
                if (fitting.stream().anyMatch(pattern -> pattern.read(cell).isPresent())) {
                    any[0] = true;
                    fitting.removeIf(pattern -> pattern.read(cell).isEmpty());
                }
            }
            return !columns.isEmpty() && fitting.size() > 1;
        });
        return any[0] ? fitting : List.of(DatePattern.ISO);
    }
}
