package io.vestibule.rules;

import java.util.Optional;
import java.util.regex.Pattern;

/// Kinds of recipient address, and the format of each. What the VMS itself validates is not public.
public enum AddressType {
    EMAIL,
    PHONE,
    /// An id of an app of the VMS. Its format is not documented, so any visible characters are accepted.
    APP;

    /// One @, something on both sides, a dot in the host, whose labels have up to 63 characters; 254 characters at
    /// most (RFC 5321).
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}+@(?:LABEL\\.)++LABEL"
            .replace("LABEL", "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?+"));

    /// ITU-T E.164: a plus and up to 15 digits, the first not 0; a number shorter than 7 digits is not in use.
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    private static final int LONGEST = 254;

    /// The typed text in the form in which it is sent; empty if it is not valid. Spaces, dots, hyphens and brackets
    /// of a phone number are removed, and a leading 00 becomes a plus.
    public Optional<String> parse(String typed) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return switch (this) {
            case EMAIL -> Optional.of(text).filter(mail -> MAIL.matcher(mail).matches() && !mail.contains(".."));
            case PHONE ->
                Optional.of(text.replaceAll("[\\s().-]", "").replaceFirst("^00", "+"))
                        .filter(number -> E164.matcher(number).matches());
            case APP ->
                Optional.of(text.replaceFirst("(?i)^app:\\s*", ""))
                        .filter(id -> !id.isEmpty() && id.chars().noneMatch(Character::isISOControl));
        };
    }

    /// The address type that the typed text most likely means: `app:` and an id, digits for a phone, else an e-mail
    /// address. A mistyped address is never taken for an app.
    public static AddressType guess(String typed) {
        String text = typed.strip();
        if (text.regionMatches(true, 0, "app:", 0, 4)) {
            return APP;
        }
        return text.chars().anyMatch(Character::isLetter) || text.contains("@") ? EMAIL : PHONE;
    }
}
