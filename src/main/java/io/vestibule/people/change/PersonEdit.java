package io.vestibule.people.change;

import io.vestibule.base.SiteId;
import io.vestibule.people.Contact;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// The values of a saved person that can be edited.
///
/// @param expires when the person is erased
public record PersonEdit(
        String name, PersonKind kind, Contact contact, Set<SiteId> sites, String note, Optional<Instant> expires) {

    public PersonEdit {
        sites = Set.copyOf(sites);
    }

    /// The person's present values, as the initial content of a form.
    public static PersonEdit of(Person person) {
        return new PersonEdit(
                person.name(), person.kind(), person.contact(), person.sites(), person.note(), person.expires());
    }

    /// This, with every value that `after` changed and that was not edited since then as it was in `before`.
    public PersonEdit reverting(PersonEdit before, PersonEdit after) {
        return new PersonEdit(
                name.equals(after.name) ? before.name : name,
                kind == after.kind ? before.kind : kind,
                new Contact(
                        contact.email().equals(after.contact.email()) ? before.contact.email() : contact.email(),
                        contact.phone().equals(after.contact.phone()) ? before.contact.phone() : contact.phone(),
                        contact.host().equals(after.contact.host()) ? before.contact.host() : contact.host()),
                sites.equals(after.sites) ? before.sites : sites,
                note.equals(after.note) ? before.note : note,
                expires.equals(after.expires) ? before.expires : expires);
    }

    /// The person with these values.
    public Person applyTo(Person person, String cleanName) {
        return new Person(
                person.id(),
                person.company(),
                person.externalId(),
                kind,
                cleanName,
                contact,
                sites,
                note,
                expires,
                person.created(),
                person.removed(),
                person.sample());
    }
}
