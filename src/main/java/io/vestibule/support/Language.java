package io.vestibule.support;

import java.util.Locale;

/// Languages that the window speaks.
public enum Language {
    /// The one of the account at this computer, where the window speaks it.
    SYSTEM,
    ENGLISH,
    GERMAN;

    private static final Locale OF_SYSTEM = Locale.getDefault();

    /// Dates and numbers stay those of the country that the system names, where it speaks the same language.
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
