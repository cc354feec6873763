package io.vestibule.privacy.document;

import java.util.List;

/// A document on A4 in parts from top to bottom. One that begins with a headline has it instead of its title.
///
/// @param language of the words, for programs that read the document aloud, for example `de`
/// @param footer at the bottom of each page, left of its number
public record PaperDocument(String language, String title, String footer, List<Part> parts) {

    public PaperDocument {
        parts = List.copyOf(parts);
    }

    /// A piece of the document.
    public sealed interface Part {}

    public record Heading(String words) implements Part {}

    public record Text(String words) implements Part {}

    /// One line in letters that are read from a distance, in the middle.
    public record Headline(String words) implements Part {}

    /// A paragraph in letters that are read from some steps away, in the middle.
    public record Statement(String words) implements Part {}

    /// Name and value of each, without lines.
    public record Facts(List<List<String>> rows) implements Part {}

    /// @param widths of the columns, in relation to each other
    /// @param rows the first one names the columns, and is repeated on each page
    public record Table(List<Integer> widths, List<List<String>> rows) implements Part {}

    /// A QR code, in the middle.
    ///
    /// @param content for example an address
    /// @param millimetres length of a side
    public record QrCode(String content, int millimetres) implements Part {}
}
