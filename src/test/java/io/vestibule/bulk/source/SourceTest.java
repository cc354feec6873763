package io.vestibule.bulk.source;

import static io.vestibule.bulk.source.HostileSourceTest.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "';', UTF-8, false",
        "',', UTF-8, true",
        "'|', windows-1252, false",
        "';', UTF-16LE, false",
        "',', UTF-16BE, true",
        "';', UTF-16LE, true"
    })
    void delimiterAndEncodingAreFound(char delimiter, String charset, boolean mark) {
        var text = "Personalnummer;Name;Abteilung\n4711;Jürgen Groß;\"Ein;kauf\"\n4712;Zoë Ávila;Büro\n"
                .replace(';', delimiter)
                .replace("Ein" + delimiter, "Ein;");
        var bytes = ((mark ? "\uFEFF" : "") + text).getBytes(Charset.forName(charset));
        var format = TextFormat.propose(bytes);
        assertThat(format).isEqualTo(new TextFormat(delimiter, Charset.forName(charset)));
        var table = new CsvTable(bytes, format);
        assertThat(table.header()).containsExactly("Personalnummer", "Name", "Abteilung");
        assertThat(rows(table)).extracting(row -> row.cell(1)).containsExactly("Jürgen Groß", "Zoë Ávila");
    }

    @Test
    void rowsHaveTheNumbersOfTheFile() {
        var bytes = "\n\nname\nAda\n\n\"Bea\nB.\"\nCleo\n".getBytes(StandardCharsets.UTF_8);
        assertThat(rows(new CsvTable(bytes, TextFormat.propose(bytes))))
                .extracting(SourceRow::number)
                .containsExactly(4, 6, 8);
    }

    @Test
    void aSheetHasTextsNumbersAndDates() {
        var file = SheetFile.withRows(SheetFile.row(1, List.of("no", "name", "until"))
                + SheetFile.row(2, List.of("#4711", "Ada", "@46357"))
                + SheetFile.row(4, List.of("#12345678901234", "Bea", "soon")));
        var table = new SheetTable(file);
        assertThat(table.header()).containsExactly("no", "name", "until");
        assertThat(rows(table))
                .extracting(SourceRow::cells)
                .containsExactly(List.of("4711", "Ada", "2026-12-01"), List.of("12345678901234", "Bea", "soon"));
    }

    @Test
    void namesOfPicturesAreNumbersAndNames() throws IOException {
        for (var name : List.of("4711_Ada_Lovelace.jpg", "Bea Bear (2).jpg", "Bea Bear.jpg", "Groß, Jürgen 0815.png")) {
            Files.writeString(folder.resolve(name), "picture");
        }
        Files.writeString(folder.resolve("Thumbs.db"), "no picture");
        try (var source = ImportSource.open(folder)) {
            assertThat(source.proposedRule()).contains(FolderRule.FILE);
            assertThat(rows(source.table(Optional.empty(), Optional.empty())))
                    .extracting(SourceRow::cells)
                    .containsExactlyInAnyOrder(
                            List.of("4711", "Ada Lovelace", "4711_Ada_Lovelace.jpg"),
                            List.of("", "Bea Bear", "Bea Bear (2).jpg", "Bea Bear.jpg"),
                            List.of("0815", "Jürgen Groß", "Groß, Jürgen 0815.png"));
        }
    }

    @Test
    void aSubFolderIsAPerson() throws IOException {
        for (var name : List.of("4711 Ada/1.jpg", "4711 Ada/2.jpg", "Bea/x.jpg")) {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "picture");
        }
        try (var source = ImportSource.open(folder)) {
            assertThat(source.proposedRule()).contains(FolderRule.FOLDER);
            assertThat(rows(source.table(Optional.empty(), Optional.empty())))
                    .extracting(SourceRow::cells)
                    .containsExactly(
                            List.of("4711", "Ada", "4711 Ada/1.jpg", "4711 Ada/2.jpg"),
                            List.of("", "Bea", "Bea/x.jpg"));
        }
    }

    @Test
    void anArchiveHoldsAListAndItsPhotos() throws IOException {
        var file = folder.resolve("all.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("people.csv"));
            zip.write("name,photo\nAda,Photos/ADA.JPG\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("photos/ada.jpg"));
            zip.write(new byte[] {1, 2, 3});
        }
        try (var source = ImportSource.open(file)) {
            var row = rows(source.table(Optional.empty(), Optional.empty())).getFirst();
            assertThat(source.photos().read(row.cell(1))).containsExactly(1, 2, 3);
        }
    }
}
