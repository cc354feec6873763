package io.vestibule.privacy.consent;

import io.vestibule.people.PersonKind;
import java.util.List;
import java.util.Locale;

/// What the texts are made of, in the language of the person. Any thread.
public interface ConsentFacts {

    /// Tags of the languages that have a default text.
    List<String> languages();

    /// The default text, with placeholders.
    ///
    /// @param language one of [#languages]
    String standard(PersonKind kind, Locale language);

    /// What a placeholder stands for on this computer now.
    ///
    /// @param language any; a language without words of its own gets the English ones
    String value(ConsentPlaceholder placeholder, PersonKind kind, Locale language);
}
