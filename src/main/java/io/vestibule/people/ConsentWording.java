package io.vestibule.people;

import io.vestibule.base.Sha256;

/// The text that asks for consent, as it is shown to the person, with all names and figures filled in.
///
/// @param version of the company's text, or of the default of this program
/// @param language tag of the text, for example `de`
/// @param standard whether it is the default, because the company has published none
public record ConsentWording(String version, String language, String words, boolean standard) {

    /// SHA-256 of the words in UTF-8: it proves later what was shown.
    public String hash() {
        return Sha256.hex(words);
    }
}
