package io.vestibule.privacy.receipt;

import io.vestibule.privacy.document.DocumentFont;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/// A document on A4: a title, an introduction, facts, a table and notes. Its fonts are embedded, so that every letter
/// of the
/// screens can be read everywhere.
///
/// @param language of the words, for programs that read the document aloud, for example `de`
/// @param facts name and value of each
/// @param table the first row names the columns
public record PdfDocument(
        String language,
        String title,
        String introduction,
        List<List<String>> facts,
        List<List<String>> table,
        List<String> notes) {

    private static final float MARGIN = 56;
    private static final float TEXT = 10;
    private static final float TITLE = 18;
    private static final float PAD = 5;
    private static final float GAP = 10;

    public byte[] bytes() throws IOException {
        var regular = DocumentFont.REGULAR.load();
        var bold = DocumentFont.BOLD.load();
        var text = new Font(regular, TEXT);
        var strong = new Font(bold, TEXT);
        var out = new ByteArrayOutputStream();
        try (var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
            var writer = PdfWriter.getInstance(document, out);
            writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
            document.addTitle(title);
            document.setDocumentLanguage(language);
            document.open();
            document.add(spaced(new Paragraph(title, new Font(bold, TITLE))));
            document.add(spaced(new Paragraph(introduction, text)));
            var list = new PdfPTable(new float[] {1, 2});
            list.setWidthPercentage(100);
            facts.forEach(fact -> {
                list.addCell(cell(fact.getFirst(), strong, true));
                list.addCell(cell(fact.getLast(), text, true));
            });
            document.add(list);
            document.add(new Paragraph(new Chunk(" ", text)));
            document.add(counts(text, strong));
            for (var note : notes) {
                var paragraph = new Paragraph(note, text);
                paragraph.setSpacingBefore(GAP);
                document.add(paragraph);
            }
        }
        return out.toByteArray();
    }

    private PdfPTable counts(Font text, Font strong) {
        var widths = new float[table.getFirst().size()];
        Arrays.fill(widths, 1);
        widths[0] = 2;
        var rows = new PdfPTable(widths);
        rows.setWidthPercentage(100);
        rows.setHeaderRows(1);
        for (int i = 0; i < table.size(); i++) {
            for (var word : table.get(i)) {
                rows.addCell(cell(word, i == 0 ? strong : text, false));
            }
        }
        return rows;
    }

    private static Paragraph spaced(Paragraph paragraph) {
        paragraph.setSpacingAfter(GAP);
        return paragraph;
    }

    private static PdfPCell cell(String words, Font font, boolean plain) {
        var cell = new PdfPCell(new Phrase(words, font));
        cell.setPadding(PAD);
        if (plain) {
            cell.setBorder(PdfPCell.NO_BORDER);
        }
        return cell;
    }
}
