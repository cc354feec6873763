package io.vestibule.bulk.people;

import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Somebody with what a list says of them.
///
/// @param number under which another system knows them; empty if there is none
/// @param sites names
public record ExportedPerson(
        Person person, String number, EnrolmentStatus.State status, List<String> sites, Optional<LegalBasis> basis) {

    public ExportedPerson {
        sites = List.copyOf(sites);
    }

    /// The last day on which they are stored.
    public Optional<LocalDate> lastDay(ZoneId zone) {
        return person.expires().map(end -> end.minusMillis(1).atZone(zone).toLocalDate());
    }
}
