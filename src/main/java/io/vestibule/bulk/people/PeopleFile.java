package io.vestibule.bulk.people;

import io.vestibule.base.CsvCell;
import io.vestibule.bulk.WholeFile;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.PersonKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The people of the company as a CSV file, which an import reads again, or as JSON if the name of the file ends so.
public final class PeopleFile {

    /// Headers that `list.ColumnMapping` knows. An import leaves the last two out.
    private static final List<String> COLUMNS = List.of(
            "employee number",
            "name",
            "kind",
            "e-mail",
            "phone",
            "host",
            "site",
            "valid until",
            "consent",
            "note",
            "status",
            "person");

    private final ExportPeopleFlow flow;
    private final ZoneId zone;

    public PeopleFile(ExportPeopleFlow flow, ZoneId zone) {
        this.flow = flow;
        this.zone = zone;
    }

    /// @return number of people
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public int write(ExportPeopleFlow.Filter filter, Path file) throws IOException {
        boolean json = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
        int[] count = {0};
        WholeFile.write(file, out -> {
            if (json) {
                var list = new PeopleJson(out::append, zone);
                count[0] = flow.export(filter, list::add);
                list.end();
            } else {
                line(out, COLUMNS, "\uFEFF");
                count[0] = flow.export(filter, person -> line(out, cells(person), ""));
            }
        });
        return count[0];
    }

    private static void line(Writer out, List<String> cells, String before) {
        try {
            out.write(before + cells.stream().map(PeopleFile::quoted).collect(Collectors.joining(";")) + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A phone number begins with a plus sign and is no formula; `list.PersonRowReader` takes it as well.
    private static String quoted(String cell) {
        var line = cell.replace('\r', ' ').replace('\n', ' ');
        return line.matches("\\+[0-9 ()/-]+") ? '"' + line + '"' : CsvCell.quoted(line);
    }

    private List<String> cells(ExportedPerson listed) {
        var person = listed.person();
        return List.of(
                listed.number(),
                person.name(),
                word(person.kind()),
                person.contact().email(),
                person.contact().phone(),
                person.contact().host(),
                String.join(" | ", listed.sites()),
                listed.lastDay(zone).map(Object::toString).orElse(""),
                consent(listed),
                // The reasons of the watch list are no part of a list.
                person.kind() == PersonKind.WATCH ? "" : person.note(),
                word(listed.status()),
                person.id().toString());
    }

    private static String consent(ExportedPerson listed) {
        return listed.basis()
                .map(basis -> switch (basis) {
                    case LegalBasis.Consent _ -> "yes";
                    case LegalBasis.Declined _ -> "no";
                    case LegalBasis.Reason _ -> "";
                })
                .orElse("");
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
