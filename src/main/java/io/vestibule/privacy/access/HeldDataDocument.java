package io.vestibule.privacy.access;

import io.vestibule.privacy.document.DocumentFont;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/// A document on A4 with pictures and attached files, encrypted with AES-256 (PDF 2.0): with the passphrase it
/// opens in any PDF reader, which also saves the attached files.
///
/// @param language of the words, for programs that read the document aloud
public record HeldDataDocument(
        String language, String title, String introduction, List<Section> sections, List<Attachment> pictures) {

    private static final float MARGIN = 56;
    private static final float TEXT = 10;
    private static final float HEADING = 13;
    private static final float TITLE = 18;
    private static final float PAD = 4;
    private static final float GAP = 10;
    private static final float PICTURE_WIDTH = 230;
    private static final float PICTURE_HEIGHT = 300;

    /// @param rows cells of each row, the same number in all; empty if there is nothing
    /// @param nothing says so
    public record Section(String title, List<List<String>> rows, String nothing) {}

    /// @param file name of the attached file, in which the picture is complete
    @SuppressWarnings("ArrayRecordComponent") // read only
    public record Attachment(String file, byte[] bytes) {}

    /// @param passphrase that opens it
    /// @param data attached as a file that programs read
    byte[] encrypted(String passphrase, Attachment data) throws IOException {
        var regular = DocumentFont.REGULAR.load();
        var bold = DocumentFont.BOLD.load();
        var text = new Font(regular, TEXT);
        var strong = new Font(bold, TEXT);
        var heading = new Font(bold, HEADING);
        var out = new ByteArrayOutputStream();
        try (var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
            var writer = PdfWriter.getInstance(document, out);
            writer.setEncryption(
                    passphrase.getBytes(StandardCharsets.UTF_8),
                    owner(),
                    PdfWriter.ALLOW_PRINTING | PdfWriter.ALLOW_COPY | PdfWriter.ALLOW_SCREENREADERS,
                    PdfWriter.ENCRYPTION_AES_256_V3);
            writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
            document.addTitle(title);
            document.setDocumentLanguage(language);
            document.open();
            document.add(spaced(new Paragraph(title, new Font(bold, TITLE))));
            document.add(spaced(new Paragraph(introduction, text)));
            for (var section : sections) {
                var name = new Paragraph(section.title(), heading);
                name.setSpacingBefore(GAP);
                name.setSpacingAfter(GAP / 2);
                document.add(name);
                if (section.rows().isEmpty()) {
                    document.add(new Paragraph(section.nothing(), text));
                } else {
                    document.add(table(section.rows(), text, strong));
                }
            }
            if (!pictures.isEmpty()) {
                document.newPage();
                document.add(photos(text));
            }
            for (var picture : pictures) {
                writer.addFileAttachment(picture.file(), picture.bytes(), picture.file(), picture.file());
            }
            writer.addFileAttachment(data.file(), data.bytes(), data.file(), data.file());
        }
        return out.toByteArray();
    }

    /// A second password, which nobody knows: with it the rights of the document could be changed.
    private static byte[] owner() {
        var random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII);
    }

    private PdfPTable photos(Font text) throws IOException {
        var table = new PdfPTable(2);
        table.setWidthPercentage(100);
        table.getDefaultCell().setBorder(PdfPCell.NO_BORDER);
        for (var picture : pictures) {
            var image = Image.getInstance(picture.bytes());
            image.scaleToFit(PICTURE_WIDTH, PICTURE_HEIGHT);
            var cell = new PdfPCell();
            cell.setBorder(PdfPCell.NO_BORDER);
            cell.setPadding(PAD);
            cell.addElement(image);
            cell.addElement(new Paragraph(picture.file(), text));
            table.addCell(cell);
        }
        table.completeRow();
        return table;
    }

    private static PdfPTable table(List<List<String>> rows, Font text, Font strong) {
        var columns = rows.getFirst().size();
        var widths = new float[columns];
        Arrays.fill(widths, 1);
        widths[columns - 1] = 2;
        var table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        for (var row : rows) {
            for (int i = 0; i < columns; i++) {
                var cell = new PdfPCell(new Phrase(row.get(i), i == 0 ? strong : text));
                cell.setPadding(PAD);
                cell.setBorderColor(Color.LIGHT_GRAY);
                table.addCell(cell);
            }
        }
        return table;
    }

    private static Paragraph spaced(Paragraph paragraph) {
        paragraph.setSpacingAfter(GAP);
        return paragraph;
    }
}
