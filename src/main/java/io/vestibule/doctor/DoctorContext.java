package io.vestibule.doctor;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Session;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.journal.Journal;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.CollectionScanStore;
import io.vestibule.people.PeopleStores;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.store.Database;
import java.time.InstantSource;
import java.util.Optional;

/// The records. People and jobs are those of all companies: a bucket has the photos of all of them, and a remedy goes
/// on whichever company the console is set to.
public record DoctorContext(
        Database database,
        PeopleStores people,
        CollectionScanStore scan,
        Journal journal,
        Session session,
        AuditLog log,
        InstantSource clock) {

    /// Whether a job about the person or one of their photos is under way: it is left alone.
    boolean isBusy(PersonId person) {
        return hasOpenStep(person.toString())
                || people.photos().findByPersonWithRemoved(person).stream()
                        .map(PhotoRecord::id)
                        .map(PhotoId::toString)
                        .anyMatch(this::hasOpenStep);
    }

    private boolean hasOpenStep(String subject) {
        return !journal.openStepsFor(subject).isEmpty();
    }

    /// The person of the collection's company who has this user; empty if another program manages the user.
    Optional<Person> personOf(String user, CollectionRef collection) {
        return people.persons()
                .findByExternalId(user)
                .filter(person -> person.company().equals(collection.company()));
    }
}
