package io.vestibule.support;

import java.util.Locale;

/// Languages that the user interface is translated to.
public enum Language {
    /// The language of the user's system account, where a translation exists.
    SYSTEM,
    ENGLISH,
    GERMAN;

    private static final Locale OF_SYSTEM = Locale.getDefault();

    /// Dates and numbers follow the country of the system locale, where that has the same language.
    public Locale locale() {
        return switch (this) {
            case SYSTEM -> OF_SYSTEM;
            case ENGLISH -> among(Locale.ENGLISH);
            case GERMAN -> among(Locale.GERMAN);
        };
    }

    private static Locale among(Locale language) {
        return OF_SYSTEM.getLanguage().equals(language.getLanguage()) ? OF_SYSTEM : language;
    }
}
