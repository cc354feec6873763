package io.vestibule.ui.shell;

import java.util.Locale;

/// The service in use, which the status bar always shows.
///
/// @param words for example "Embedded engine · Acme collection"
/// @param explanation what that means for the user, in two or three sentences
public record ConnectionMode(Kind kind, String words, String explanation) {

    /// Decides icon and colour.
    public enum Kind {
        EMBEDDED("mdi2l-laptop"),
        CLOUD("mdi2c-cloud-check-outline"),
        OFFLINE("mdi2c-cloud-off-outline");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        String icon() {
            return icon;
        }

        String style() {
            return "mode-" + name().toLowerCase(Locale.ROOT);
        }
    }
}
