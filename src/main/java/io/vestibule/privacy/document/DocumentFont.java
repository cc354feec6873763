package io.vestibule.privacy.document;

import java.io.IOException;
import java.io.InputStream;
import org.openpdf.text.pdf.BaseFont;

/// The fonts of the screens, embedded in a document, so that every letter can be read everywhere.
public enum DocumentFont {
    REGULAR("Inter-Regular.otf"),
    BOLD("Inter-SemiBold.otf");

    private final String file;

    DocumentFont(String file) {
        this.file = file;
    }

    /// Reads the file; a font belongs to one document.
    public BaseFont load() throws IOException {
        try (InputStream in = DocumentFont.class.getResourceAsStream("/assets/fonts/" + file)) {
            if (in == null) {
                throw new IOException("The font " + file + " is not part of the program");
            }
            return BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, in.readAllBytes(), null);
        }
    }
}
