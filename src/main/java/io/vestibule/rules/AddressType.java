package io.vestibule.rules;

import io.vestibule.people.ContactFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// Kinds of recipient address, and the format of each. What the VMS itself validates is not public.
public enum AddressType {
    EMAIL,
    PHONE,
    /// An id of an app of the VMS. Its format is not documented, so any visible characters are accepted.
    APP;

    /// ITU-T E.164: a plus and up to 15 digits, the first not 0; a number shorter than 7 digits is not in use.
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    private static final int LONGEST = 254;

    /// The typed text in the form in which it is sent; empty if it is not valid or, for a phone number, doubtful
    /// ([#doubt]). The rule is the one for the contact data of people.
    public Optional<String> parse(String typed) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return switch (this) {
            case EMAIL -> ContactFormat.email(text);
            case PHONE ->
                ContactFormat.phone(text) instanceof ContactFormat.Phone.Certain number
                        ? Optional.of(number.e164())
                        : Optional.empty();
            case APP ->
                Optional.of(text.replaceFirst("(?i)^app:\\s*", ""))
                        .filter(id -> !id.isEmpty() && id.chars().noneMatch(Character::isISOControl));
        };
    }

    /// The phone number that was probably meant, and that somebody has to confirm; empty if there is no doubt.
    public Optional<ContactFormat.Phone.Doubtful> doubt(String typed) {
        return this == PHONE && ContactFormat.phone(typed) instanceof ContactFormat.Phone.Doubtful doubtful
                ? Optional.of(doubtful)
                : Optional.empty();
    }

    /// Whether an address of a stored rule can be sent. A number that was confirmed need not be a known one.
    public boolean accepts(String address) {
        return this == PHONE ? E164.matcher(address).matches() : parse(address).isPresent();
    }

    /// The address type that the typed text most likely means: `app:` and an id, digits for a phone, else an e-mail
    /// address. A mistyped address is never taken for an app.
    public static AddressType guess(String typed) {
        String text = typed.strip();
        if (text.regionMatches(true, 0, "app:", 0, 4)) {
            return APP;
        }
        boolean phone = text.matches("(?i)(?:tel|sms|callto|phone|fax):.*");
        boolean letters = text.codePoints().anyMatch(Character::isLetter) || text.contains("@");
        return letters && !phone ? EMAIL : PHONE;
    }
}
