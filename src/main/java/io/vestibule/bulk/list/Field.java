package io.vestibule.bulk.list;

import java.util.List;
import java.util.Locale;

/// What a column can hold. [#PHOTO], [#SITE] and [#NOTE] may have several columns.
public enum Field {
    /// The number under which the other system knows the person.
    KEY(
            "employee number",
            "employee id",
            "employee no",
            "personnel number",
            "personnel no",
            "staff id",
            "staff number",
            "person id",
            "user id",
            "badge id",
            "external id",
            "emp id",
            "id",
            "personalnummer",
            "personal nr",
            "mitarbeiternummer",
            "mitarbeiter nr",
            "ausweisnummer"),
    NAME("name", "full name", "display name", "user name", "person name", "vollständiger name", "anzeigename"),
    FIRST_NAME("first name", "given name", "forename", "vorname", "rufname"),
    LAST_NAME("last name", "surname", "family name", "nachname", "familienname"),
    EMAIL("email", "e mail", "mail", "email address", "e mail address", "e mail adresse", "emailadresse"),
    PHONE("phone", "phone number", "telephone", "mobile", "mobile phone", "telefon", "mobil", "handy", "rufnummer"),
    HOST("host", "visits", "manager", "gastgeber", "besucht", "ansprechpartner"),
    SITE("site", "location", "office", "standort", "niederlassung"),
    KIND("kind", "type", "person type", "art", "personenart"),
    EXPIRES(
            "expires",
            "valid until",
            "valid to",
            "expiry",
            "expiry date",
            "end date",
            "expiry datetime",
            "gültig bis",
            "ablaufdatum",
            "enddatum"),
    CONSENT("consent", "consent given", "legal basis", "einwilligung", "zustimmung", "rechtsgrundlage"),
    CONSENT_DATE("consent date", "consent on", "einwilligung am", "einwilligungsdatum", "zustimmung am"),
    PHOTO(
            "photo",
            "photo 1",
            "photo file",
            "picture",
            "image",
            "image file",
            "face image file1",
            "face image file2",
            "face image file",
            "photo name",
            "foto",
            "foto 1",
            "bild",
            "bilddatei"),
    /// Kept in the note of the person, with the header in front: the card, the department.
    NOTE(
            "note",
            "department",
            "card number",
            "card no",
            "csn",
            "cost centre",
            "notiz",
            "bemerkung",
            "abteilung",
            "kartennummer",
            "kostenstelle");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> headers;

    Field(String... headers) {
        this.headers = List.of(headers);
    }

    public boolean mayRepeat() {
        return this == PHOTO || this == SITE || this == NOTE;
    }

    /// Whether a column with this header usually holds it; numbers behind the words of photos count as the same.
    boolean isUsual(String header) {
        var words = words(header);
        return headers.contains(words) || (this == PHOTO && headers.contains(words.replaceFirst(" ?\\d{1,2}$", "")));
    }

    /// Letters and digits only, with one space between the words: `Employee_No.` is `employee no`.
    static String words(String header) {
        return header.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
