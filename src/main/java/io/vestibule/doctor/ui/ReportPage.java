package io.vestibule.doctor.ui;

import java.util.List;

/// A result in the words of the screen, for a document.
///
/// @param language for example `de`
/// @param facts name and value of each
/// @param table the first row names the columns
public record ReportPage(
        String language,
        String title,
        String introduction,
        List<List<String>> facts,
        List<List<String>> table,
        List<String> notes) {

    public ReportPage {
        facts = List.copyOf(facts);
        table = List.copyOf(table);
        notes = List.copyOf(notes);
    }
}
