package io.vestibule.ui.shell;

import java.util.Locale;

/// What the console works on now, as the status bar always says.
///
/// @param words for example "Embedded engine · Acme collection"
/// @param explanation what that means for the user, in two or three sentences
public record ConnectionMode(Kind kind, String words, String explanation) {

    /// Picks icon and colour.
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
