package io.vestibule.base;

/// A cell of a CSV file (RFC 4180) that a spreadsheet may open: one that it would take for a formula begins with an
/// apostrophe.
public final class CsvCell {

    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private CsvCell() {}

    /// @return the text in quotation marks
    public static String quoted(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
