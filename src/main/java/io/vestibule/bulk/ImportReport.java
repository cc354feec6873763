package io.vestibule.bulk;

import io.vestibule.audit.Permission;
import io.vestibule.base.CsvCell;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// What became of each row of an import, as a file to hand over: CSV or HTML.
public final class ImportReport {

    /// The words of the report, in the language of the window.
    public interface Words {

        String text(String key);

        String issue(RowIssue issue);

        String state(RowState state);
    }

    private static final List<String> COLUMNS = List.of(
            "bulk.report.row", "bulk.report.number", "bulk.report.name", "bulk.report.state", "bulk.report.why");

    private final ImportContext context;
    private final ImportRowStore rows;
    private final MissingPeople missing;
    private final Words words;

    public ImportReport(ImportContext context, Words words) {
        this.context = context;
        this.rows = context.rows();
        this.missing = new MissingPeople(context);
        this.words = words;
    }

    /// Separated by semicolons, with a mark by which spreadsheets know the encoding. No cell begins like a formula.
    ///
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public void csv(UUID run, Writer out) throws IOException {
        begin(run);
        out.write('\uFEFF');
        out.write(COLUMNS.stream().map(words::text).collect(Collectors.joining(";")) + "\r\n");
        for (var row : (Iterable<ImportRow>) rows.all(run, EnumSet.allOf(RowState.class))::iterator) {
            out.write(cells(row).stream().map(ImportReport::quoted).collect(Collectors.joining(";")) + "\r\n");
        }
        for (var person : missing.find(run)) {
            out.write(cells(person).stream().map(ImportReport::quoted).collect(Collectors.joining(";")) + "\r\n");
        }
    }

    private List<String> cells(MissingPerson person) {
        return List.of("", person.number(), person.name(), words.text("bulk.missing"), "");
    }

    /// One file that needs nothing else.
    ///
    /// @param faces whether thumbnails are in it
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public void html(UUID run, boolean faces, Writer out) throws IOException {
        begin(run);
        var title = escaped(words.text("bulk.report.title"));
        out.write("<!doctype html><html><head><meta charset=\"utf-8\"><title>" + title + "</title><style>"
                + "body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}"
                + "td,th{border-bottom:1px solid #ccc;padding:.4em .8em;text-align:left;vertical-align:top}"
                + "img{width:48px;border-radius:4px}</style></head><body><h1>" + title + "</h1><ul>");
        for (var count : rows.counts(run).entrySet()) {
            out.write("<li>" + escaped(words.state(count.getKey())) + ": " + count.getValue() + "</li>");
        }
        out.write("</ul><table><tr>" + (faces ? "<th></th>" : ""));
        for (var column : COLUMNS) {
            out.write("<th>" + escaped(words.text(column)) + "</th>");
        }
        out.write("</tr>\n");
        for (var row : (Iterable<ImportRow>) rows.all(run, EnumSet.allOf(RowState.class))::iterator) {
            out.write("<tr>" + (faces ? "<td>" + image(row) + "</td>" : ""));
            for (var cell : cells(row)) {
                out.write("<td>" + escaped(cell) + "</td>");
            }
            out.write("</tr>\n");
        }
        for (var person : missing.find(run)) {
            out.write("<tr>" + (faces ? "<td></td>" : ""));
            for (var cell : cells(person)) {
                out.write("<td>" + escaped(cell) + "</td>");
            }
            out.write("</tr>\n");
        }
        out.write("</table></body></html>\n");
    }

    private void begin(UUID run) {
        context.enrol().session().require(Permission.IMPORT_PEOPLE);
        context.enrol().log().append("import.exported", run.toString());
    }

    private String image(ImportRow row) {
        return rows.thumbnail(row.id())
                .map(bytes -> "<img alt=\"\" src=\"data:image/jpeg;base64,"
                        + Base64.getEncoder().encodeToString(bytes) + "\">")
                .orElse("");
    }

    private List<String> cells(ImportRow row) {
        var listed = row.content().listed();
        var why = row.content().issues().stream().map(words::issue).collect(Collectors.joining(" "));
        var similar = Optional.of(why)
                .filter(text -> !text.isEmpty() || row.state() != RowState.ASK)
                .orElseGet(() -> words.text("bulk.looks-enrolled"));
        return List.of(String.valueOf(row.place()), listed.key(), listed.name(), words.state(row.state()), similar);
    }

    private static String quoted(String cell) {
        return CsvCell.quoted(cell).replace('\n', ' ').replace('\r', ' ');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// Writes the file: HTML if its name ends so, else CSV. A report that was there is replaced as a whole.
    ///
    /// @param faces whether thumbnails are in the HTML
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public void write(UUID run, boolean faces, Path file) throws IOException {
        WholeFile.write(file, out -> {
            if (isHtml(file)) {
                html(run, faces, out);
            } else {
                csv(run, out);
            }
        });
    }

    private static boolean isHtml(Path file) {
        var lower = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return lower.endsWith(".html") || lower.endsWith(".htm");
    }
}
