package io.vestibule.bulk;

import io.vestibule.base.Sha256;
import io.vestibule.bulk.list.ColumnMapping;
import io.vestibule.bulk.list.DatePattern;
import io.vestibule.bulk.list.ListOptions;
import io.vestibule.bulk.source.FolderRule;
import io.vestibule.bulk.source.TextFormat;
import io.vestibule.people.PersonKind;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// What is imported and how; stored with the import, sealed, so that it can be continued.
///
/// @param source the folder or file
public record ImportPlan(Path source, ColumnMapping mapping, ListOptions options) {

    /// As it is stored.
    record Stored(
            String source,
            String mapping,
            Optional<String> delimiter,
            Optional<String> charset,
            Optional<FolderRule> rule,
            DatePattern dates,
            PersonKind kind,
            boolean paperConsent,
            int keepDays) {

        ImportPlan plan() {
            return new ImportPlan(
                    Path.of(source),
                    ColumnMapping.ofText(mapping),
                    new ListOptions(
                            delimiter.map(
                                    text -> new TextFormat(text.charAt(0), Charset.forName(charset.orElse("UTF-8")))),
                            rule,
                            dates,
                            kind,
                            paperConsent,
                            keepDays));
        }
    }

    /// Names the list whose latest version this is: its path without digits, since exports carry their date or a
    /// counter.
    /// A digest.
    public String origin() {
        var path = source.toAbsolutePath().normalize().toString().toLowerCase(Locale.ROOT);
        return Sha256.hex(path.replaceAll("\\d+", "#"));
    }

    Stored stored() {
        return new Stored(
                source.toAbsolutePath().toString(),
                mapping.asText(),
                options.text().map(format -> String.valueOf(format.delimiter())),
                options.text().map(format -> format.charset().name()),
                options.rule(),
                options.dates(),
                options.kind(),
                options.paperConsent(),
                options.keepDays());
    }
}
