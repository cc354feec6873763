package io.vestibule.rules;

import java.util.Optional;
import java.util.regex.Pattern;

/// Ways to tell somebody, and what each has to look like. What the VMS itself checks is not public.
public enum AddressType {
    EMAIL,
    PHONE,
    /// An id of an app of the VMS. Its shape is not documented, so anything visible goes.
    APP;

    /// One @, something on both sides, a dot in the host; 254 characters at most (RFC 5321).
    private static final Pattern MAIL = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+");

    /// ITU-T E.164: a plus and up to 15 digits, the first not 0; shorter than 7 is nobody's.
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    private static final int LONGEST = 254;

    /// What was typed as it is sent; empty if it cannot be right. Spaces, dots, hyphens and brackets of a phone number
    /// go, and 00 before the country becomes a plus.
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

    /// What somebody means who typed this: `app:` and an id, digits for a phone, else an e-mail address. A mistyped
    /// address is never taken for an app.
    public static AddressType guess(String typed) {
        String text = typed.strip();
        if (text.regionMatches(true, 0, "app:", 0, 4)) {
            return APP;
        }
        return text.chars().anyMatch(Character::isLetter) || text.contains("@") ? EMAIL : PHONE;
    }
}
