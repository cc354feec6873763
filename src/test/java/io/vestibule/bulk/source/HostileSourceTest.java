package io.vestibule.bulk.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.bulk.BulkException;
import io.vestibule.bulk.BulkFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists and photos that were made to do harm.
class HostileSourceTest {

    private static final String SHEET =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "@SUM(1)", "+cmd", "-2+3+cmd|x"})
    void aFormulaIsRefusedWithItsRow(String formula) throws IOException {
        var rows = csv("name;phone\nAda;+49 30 1234\n\"%s\";\nBea;-\n".formatted(formula));
        assertThat(rows).extracting(SourceRow::number).containsExactly(2, 3, 4);
        assertThat(rows.get(0).problem()).isEmpty();
        assertThat(rows.get(1).problem()).contains(new BulkFailure.Formula(1).problem());
        assertThat(rows.get(2).problem()).isEmpty();
    }

    @Test
    void aMillionColumnsAreRefusedWithTheRow() throws IOException {
        var rows = csv("name;mail\nAda;a@x.de\nBea" + ";".repeat(1_000_000) + "\nCleo;c@x.de\n");
        assertThat(rows).extracting(SourceRow::number).containsExactly(2, 3, 4);
        assertThat(rows.get(1).problem()).isPresent();
        assertThat(rows.get(2).cell(0)).isEqualTo("Cleo");
    }

    @Test
    void aQuoteThatIsNeverClosedTakesNobodyElseIn() throws IOException {
        var rows = csv("name;mail\nAda;a\n\"Bea;b\n" + "Cleo;c\n".repeat(30));
        assertThat(rows).hasSize(32);
        assertThat(rows.get(1).problem()).contains(new BulkFailure.RowDamaged().problem());
        assertThat(rows.subList(2, 32)).allMatch(row -> row.cell(0).equals("Cleo"));
    }

    @Test
    void aCellOfMegabytesIsNamed() throws IOException {
        var rows = csv("name;mail\n" + "A".repeat(5_000_000) + ";a\nBea;b\n");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).problem()).isPresent();
        assertThat(rows.get(1).cell(0)).isEqualTo("Bea");
    }

    @Test
    void aSheetThatUnpacksToGigabytesIsRefused() {
        var bomb = SheetFile.withSheet(out -> {
            out.write(SHEET.getBytes(StandardCharsets.UTF_8));
            var spaces = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1_600; i++) {
                out.write(spaces);
            }
            out.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
        });
        assertThat(bomb.length).isLessThan(3_000_000);
        refused(() -> new SheetTable(bomb), new BulkFailure.ArchiveBomb());
    }

    @Test
    void declaredEntitiesAreRefused() {
        var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a \"ha\">");
        for (char name = 'b'; name < 'm'; name++) {
            laughs.append("<!ENTITY ").append(name).append(" \"").append(("&" + (char) (name - 1) + ";").repeat(10));
            laughs.append("\">");
        }
        var xml = laughs + "]>" + SHEET + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&l;</t></is></c></row>"
                + "</sheetData></worksheet>";
        refused(() -> new SheetTable(SheetFile.withSheet(xml)), new BulkFailure.ArchiveBomb());
        var outside = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + SHEET + "</sheetData></worksheet>";
        refused(() -> new SheetTable(SheetFile.withSheet(outside)), new BulkFailure.ArchiveBomb());
    }

    @Test
    void aCellInAColumnThatNoSheetHasIsRefusedWithTheRow() {
        var far = SheetFile.row(1, List.of("name")) + "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>";
        refused(() -> new SheetTable(SheetFile.withRows(far)), new BulkFailure.FarColumn(2, 16_384));
    }

    @Test
    void aWideRowOfASheetIsNamedAndTheOthersAreRead() {
        var wide = SheetFile.row(1, List.of("name")) + "<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>"
                + SheetFile.row(3, List.of("Ada"));
        var rows = rows(new SheetTable(SheetFile.withRows(wide)));
        assertThat(rows).extracting(SourceRow::number).containsExactly(2, 3);
        assertThat(rows.get(0).problem()).contains(new BulkFailure.RowTooWide(200).problem());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 40, 400, 900})
    void aSheetThatIsCutOffIsRefused(int length) {
        var file = SheetFile.withRows(SheetFile.row(1, List.of("name")) + SheetFile.row(2, List.of("Ada")));
        assertThatThrownBy(() -> rows(new SheetTable(java.util.Arrays.copyOf(file, length))))
                .isInstanceOf(BulkException.class);
    }

    @Test
    void photosOutsideTheFolderAreNotRead() throws IOException {
        Files.writeString(folder.resolve("secret.jpg"), "secret");
        var inside = Files.createDirectory(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("link.jpg"), folder.resolve("secret.jpg"));
        Files.createSymbolicLink(inside.resolve("up"), folder);
        try (var photos = new FolderPhotos(inside)) {
            for (var path :
                    List.of("../secret.jpg", "..\\secret.jpg", folder + "/secret.jpg", "C:\\x.jpg", "a/../../x")) {
                refused(() -> photos.read(path), new BulkFailure.PhotoOutside());
            }
            refused(() -> photos.read("link.jpg"), new BulkFailure.PhotoLink());
            refused(() -> photos.read("up/secret.jpg"), new BulkFailure.PhotoLink());
            refused(() -> photos.read("none.jpg"), new BulkFailure.PhotoMissing());
            refused(() -> photos.read("https://example.org/a.jpg"), new BulkFailure.PhotoAddress());
        }
    }

    @Test
    void foldersThatLinkToThemselvesEnd() throws IOException {
        Files.createSymbolicLink(folder.resolve("again"), folder);
        Files.writeString(folder.resolve("Ada.jpg"), "no picture");
        try (var photos = new FolderPhotos(folder)) {
            assertThat(photos.names()).containsExactly("Ada.jpg", "again");
        }
    }

    @Test
    void entriesThatLeadOutOfTheArchiveAreUnknown() throws IOException {
        var file = folder.resolve("a.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var name : List.of("../evil.jpg", "/evil.jpg", "fine/Ada.jpg", "__MACOSX/._Ada.jpg")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(new byte[25_000_000]);
                zip.closeEntry();
            }
        }
        try (var photos = new ArchivePhotos(file)) {
            assertThat(photos.names()).containsExactly("fine/Ada.jpg");
            // Enough for the decoder to see that it is too large, and no more.
            assertThat(photos.read("fine/Ada.jpg")).hasSize(SourceLimits.PHOTO_BYTES);
            refused(() -> photos.read("../evil.jpg"), new BulkFailure.PhotoOutside());
        }
    }

    @Test
    void whatIsNoListIsRefusedWithASentence() throws IOException {
        refused(
                () -> source(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}),
                new BulkFailure.OldExcel());
        refused(() -> source(new byte[] {1, 0, 2, 7, 0, 9, 0, 0, 7}), new BulkFailure.SourceUnknown());
        refused(() -> source(new byte[0]), new BulkFailure.NoRows());
        refused(
                () -> source("PK\3\4 no archive".getBytes(StandardCharsets.ISO_8859_1)),
                new BulkFailure.SourceDamaged());
        refused(() -> ImportSource.open(folder.resolve("nothing")), new BulkFailure.SourceUnreadable());
    }

    private void source(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("list"), bytes);
        try (var source = ImportSource.open(file)) {
            var _ = source.table(Optional.empty(), Optional.empty());
        }
    }

    private List<SourceRow> csv(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return rows(new CsvTable(bytes, TextFormat.propose(bytes)));
    }

    static List<SourceRow> rows(RowTable table) {
        var rows = new ArrayList<SourceRow>();
        table.read(rows::add);
        return rows;
    }

    private static void refused(ThrowingCallable call, BulkFailure failure) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BulkException.class, e -> assertThat(e.failure()).isEqualTo(failure));
    }
}
