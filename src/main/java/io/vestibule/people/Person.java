package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.SiteId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A real person, stored once, independent of engine and collection.
///
/// @param externalId the user id in every collection; never reused. A UUID, unless another program created the user
///     who was adopted as this person
/// @param name 1..200 characters
/// @param expires when the person is erased; empty only for employees
/// @param removed when the person was removed; hidden from then on, erased when the journal has finished
/// @param sample whether it is one of the sample people that ship with the program
public record Person(
        PersonId id,
        CompanyId company,
        String externalId,
        PersonKind kind,
        String name,
        Contact contact,
        Set<SiteId> sites,
        String note,
        Optional<Instant> expires,
        Instant created,
        Optional<Instant> removed,
        boolean sample) {

    public Person {
        sites = Set.copyOf(sites);
    }

    /// A person whose user is created by this program.
    public Person(
            PersonId id,
            CompanyId company,
            UUID externalId,
            PersonKind kind,
            String name,
            Contact contact,
            Set<SiteId> sites,
            String note,
            Optional<Instant> expires,
            Instant created,
            Optional<Instant> removed,
            boolean sample) {
        this(id, company, externalId.toString(), kind, name, contact, sites, note, expires, created, removed, sample);
    }
}
