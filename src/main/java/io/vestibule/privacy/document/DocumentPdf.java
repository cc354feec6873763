package io.vestibule.privacy.document;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/// Writes a [PaperDocument] as PDF. Blocks for the fonts.
public final class DocumentPdf {

    private static final float MARGIN = 56;
    private static final float BOTTOM = 64;
    private static final float FOOTER = 36;
    private static final float PAD = 5;
    private static final float GAP = 8;
    private static final Color LINE = new Color(0xc8, 0xcd, 0xd3);
    private static final Color QUIET = new Color(0x55, 0x5d, 0x66);

    private final Font text;
    private final Font strong;
    private final Font heading;
    private final Font title;
    private final Font headline;
    private final Font statement;
    private final Font small;

    private DocumentPdf(BaseFont regular, BaseFont bold) {
        this.text = new Font(regular, 10);
        this.strong = new Font(bold, 10);
        this.heading = new Font(bold, 13);
        this.title = new Font(bold, 20);
        this.headline = new Font(bold, 30);
        this.statement = new Font(regular, 15);
        this.small = new Font(regular, 8, Font.NORMAL, QUIET);
    }

    public static byte[] bytes(PaperDocument paper) throws IOException {
        return new DocumentPdf(DocumentFont.REGULAR.load(), DocumentFont.BOLD.load()).write(paper);
    }

    private byte[] write(PaperDocument paper) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, BOTTOM)) {
            var writer = PdfWriter.getInstance(document, out);
            writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
            writer.setPageEvent(new Footer(paper.footer()));
            document.addTitle(paper.title());
            document.setDocumentLanguage(paper.language());
            document.open();
            if (paper.parts().stream()
                    .findFirst()
                    .filter(PaperDocument.Headline.class::isInstance)
                    .isEmpty()) {
                document.add(spaced(new Paragraph(paper.title(), title), 0, GAP));
            }
            for (var part : paper.parts()) {
                document.add(element(part));
            }
        }
        return out.toByteArray();
    }

    private Element element(PaperDocument.Part part) throws IOException {
        return switch (part) {
            case PaperDocument.Heading(String words) -> heading(words);
            case PaperDocument.Text(String words) -> spaced(new Paragraph(14, words, text), 0, GAP);
            case PaperDocument.Headline(String words) -> centred(spaced(new Paragraph(36, words, headline), GAP, GAP));
            case PaperDocument.Statement(String words) ->
                centred(spaced(new Paragraph(22, words, statement), GAP, GAP));
            case PaperDocument.Facts(List<List<String>> rows) -> facts(rows);
            case PaperDocument.Table table -> table(table);
            case PaperDocument.QrCode(String content, int millimetres) -> QrImage.of(content, millimetres);
        };
    }

    private Element heading(String words) {
        return spaced(new Paragraph(16, words, heading), GAP, GAP / 2);
    }

    private static Paragraph centred(Paragraph paragraph) {
        paragraph.setAlignment(Element.ALIGN_CENTER);
        return paragraph;
    }

    private static Paragraph spaced(Paragraph paragraph, float before, float after) {
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(after);
        return paragraph;
    }

    private PdfPTable facts(List<List<String>> rows) {
        var list = new PdfPTable(new float[] {2, 5});
        list.setWidthPercentage(100);
        list.setSpacingAfter(GAP);
        rows.forEach(row -> {
            list.addCell(cell(row.getFirst(), strong, false));
            list.addCell(cell(row.getLast(), text, false));
        });
        return list;
    }

    private PdfPTable table(PaperDocument.Table table) {
        var widths = new float[table.widths().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = table.widths().get(i);
        }
        var grid = new PdfPTable(widths);
        grid.setWidthPercentage(100);
        grid.setSpacingBefore(GAP);
        grid.setSpacingAfter(GAP);
        grid.setHeaderRows(1);
        grid.setSplitLate(true);
        for (int i = 0; i < table.rows().size(); i++) {
            for (var words : table.rows().get(i)) {
                grid.addCell(cell(words, i == 0 ? strong : text, true));
            }
        }
        return grid;
    }

    private static PdfPCell cell(String words, Font font, boolean lines) {
        var cell = new PdfPCell(new Phrase(13, words, font));
        cell.setPadding(PAD);
        cell.setBorderColor(LINE);
        if (!lines) {
            cell.setBorder(PdfPCell.NO_BORDER);
            cell.setPaddingLeft(0);
        }
        return cell;
    }

    /// What the document is, and the number of the page.
    private final class Footer extends PdfPageEventHelper {

        private final String words;

        Footer(String words) {
            this.words = words;
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            var canvas = writer.getDirectContent();
            ColumnText.showTextAligned(
                    canvas, Element.ALIGN_LEFT, new Phrase(words, small), document.left(), FOOTER, 0);
            ColumnText.showTextAligned(
                    canvas,
                    Element.ALIGN_RIGHT,
                    new Phrase(Integer.toString(writer.getPageNumber()), small),
                    document.right(),
                    FOOTER,
                    0);
        }
    }
}
