package io.vestibule.bulk.list;

import io.vestibule.base.Problem;
import io.vestibule.people.Contact;
import io.vestibule.people.PersonKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The person that one row describes.
///
/// @param row number of the row
/// @param key under which the other system knows them; the name if the list has no such column
/// @param sites names of sites
/// @param expires first day on which they are no longer stored; empty if the row does not say
/// @param consent their answer
/// @param consentOn day of the answer; empty if the row does not say
/// @param photos paths
/// @param problems why the row cannot be imported; empty if it can
public record ListedPerson(
        int row,
        String key,
        String name,
        PersonKind kind,
        Contact contact,
        List<String> sites,
        String note,
        Optional<LocalDate> expires,
        Consent consent,
        Optional<LocalDate> consentOn,
        List<String> photos,
        List<Problem> problems) {

    /// Whether they agreed that photos of them are stored.
    public enum Consent {
        GIVEN,
        DECLINED,
        MISSING
    }

    public ListedPerson {
        sites = List.copyOf(sites);
        photos = List.copyOf(photos);
        problems = List.copyOf(problems);
    }

    /// The same with a corrected name.
    public ListedPerson withName(String other) {
        return new ListedPerson(
                row, key, other.strip(), kind, contact, sites, note, expires, consent, consentOn, photos, problems);
    }
}
