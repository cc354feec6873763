package io.vestibule.bulk;

import io.vestibule.bulk.list.ColumnMapping;
import io.vestibule.bulk.list.DatePattern;
import io.vestibule.bulk.source.FolderRule;
import io.vestibule.bulk.source.SourceRow;
import io.vestibule.bulk.source.TextFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How a list would be read, for a person to confirm or change.
///
/// @param samples the first rows
/// @param mapping as chosen for the last list with this header, or by the usual names of columns
/// @param text of a text file
/// @param rule of pictures without a list
/// @param dates the patterns that fit all dates; several if nothing tells day and month apart, none if no pattern does
public record Proposal(
        Path source,
        List<String> header,
        List<SourceRow> samples,
        ColumnMapping mapping,
        Optional<TextFormat> text,
        Optional<FolderRule> rule,
        List<DatePattern> dates) {

    public Proposal {
        header = List.copyOf(header);
        samples = List.copyOf(samples);
        dates = List.copyOf(dates);
    }
}
