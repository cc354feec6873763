package io.vestibule.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// E-mail addresses and phone numbers as people type and paste them, brought to one form: for visitors and for the
/// recipients of alerts alike.
public final class ContactFormat {

    /// A phone number, as far as it was understood.
    public sealed interface Phone {

        /// @param e164 plus and digits, as it is dialled
        /// @param shown international format with spaces, and with an extension if there is one
        record Certain(String e164, String shown) implements Phone {}

        /// Somebody has to confirm it.
        record Doubtful(Doubt doubt, String e164, String shown) implements Phone {}

        record Invalid() implements Phone {}
    }

    public enum Doubt {
        /// There is no country code; the country of this computer is assumed.
        COUNTRY,
        /// No such number is known, although its length is possible.
        UNKNOWN
    }

    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_PHONE = 60;

    /// Marks of direction and other characters that nobody sees, which come with pasted text.
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern PHONE_SCHEME = Pattern.compile("(?i)^(?:tel|sms|callto|phone|fax):(?://)?\\s*");
    private static final Pattern MAIL_SCHEME = Pattern.compile("(?i)^mailto:\\s*");
    private static final Pattern NAMED = Pattern.compile("^.*<([^<>]+)>$");
    private static final Pattern LOCAL_PART = Pattern.compile("[\\p{L}\\p{M}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}+");

    private ContactFormat() {}

    /// The text without invisible characters and with plain spaces and hyphens.
    static String tidy(String typed) {
        var visible = INVISIBLE.matcher(typed).replaceAll("");
        return DASHES.matcher(SPACES.matcher(visible).replaceAll(" "))
                .replaceAll("-")
                .strip();
    }

    /// The address in its usual form; empty if it is not one. Letters of every script are accepted on both sides of
    /// the @ (RFC 6531). Only a mail server knows whether the address exists.
    public static Optional<String> email(String typed) {
        var text = MAIL_SCHEME
                .matcher(INVISIBLE.matcher(typed).replaceAll("").strip())
                .replaceFirst("");
        var named = NAMED.matcher(text);
        var address = Normalizer.normalize(named.matches() ? named.group(1).strip() : text, Normalizer.Form.NFC);
        int at = address.lastIndexOf('@');
        if (at < 1 || address.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        var local = address.substring(0, at);
        var domain = address.substring(at + 1).toLowerCase(Locale.ROOT);
        boolean dots = local.startsWith(".") || local.endsWith(".") || local.contains("..");
        return !dots && LOCAL_PART.matcher(local).matches() && isDomain(domain)
                ? Optional.of(local + "@" + domain)
                : Optional.empty();
    }

    private static boolean isDomain(String domain) {
        int dot = domain.lastIndexOf('.');
        if (dot < 1 || domain.length() - dot < 3 || domain.startsWith(".") || domain.contains("..")) {
            return false;
        }
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).length() <= LONGEST_ADDRESS;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// The number as it is meant in the country of this computer.
    public static Phone phone(String typed) {
        return phone(typed, System.getProperty("user.country", ""));
    }

    /// @param country two letters (ISO 3166), for numbers without a country code; empty if unknown
    public static Phone phone(String typed, String country) {
        var text = PHONE_SCHEME.matcher(tidy(typed)).replaceFirst("");
        if (text.isEmpty() || text.length() > LONGEST_PHONE || text.contains(":") || text.contains("@")) {
            return new Phone.Invalid();
        }
        var numbers = PhoneNumberUtil.getInstance();
        var dialled = text.replaceFirst("^\\(?00\\)? ?", "+")
                .replaceFirst("^\\(\\+", "+")
                .replaceFirst("^\\(?\\uFF0B", "+");
        boolean international = dialled.startsWith("+");
        try {
            var number = numbers.parse(dialled, country.isEmpty() ? null : country);
            if (!numbers.isPossibleNumber(number)) {
                return new Phone.Invalid();
            }
            var e164 = numbers.format(number, PhoneNumberFormat.E164);
            var shown = shown(numbers, number);
            if (!numbers.isValidNumber(number)) {
                return new Phone.Doubtful(Doubt.UNKNOWN, e164, shown);
            }
            return international ? new Phone.Certain(e164, shown) : new Phone.Doubtful(Doubt.COUNTRY, e164, shown);
        } catch (NumberParseException _) {
            return new Phone.Invalid();
        }
    }

    private static String shown(PhoneNumberUtil numbers, PhoneNumber number) {
        return numbers.format(number, PhoneNumberFormat.INTERNATIONAL);
    }

    /// Contact data as it is stored: what is understood in its usual form, everything else as it was typed.
    public static Contact clean(Contact typed) {
        return new Contact(
                email(typed.email()).orElse(typed.email().strip()),
                phone(typed.phone()) instanceof Phone.Certain number ? number.shown() : tidy(typed.phone()),
                typed.host().strip());
    }
}
