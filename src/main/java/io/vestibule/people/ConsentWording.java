package io.vestibule.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The text that asks for consent, as it is shown to the person, with all names and figures filled in.
///
/// @param version of the company's text, or of the default of this program
/// @param language tag of the text, for example `de`
/// @param standard whether it is the default, because the company has published none
public record ConsentWording(String version, String language, String words, boolean standard) {

    /// SHA-256 of the words in UTF-8: it proves later what was shown.
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
