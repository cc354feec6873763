package io.vestibule.enrol.step;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.PeopleStores;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Loads the current person and photo of a step, and tells what it has to lock. A step is unnecessary if its person or
/// photo was removed in the
/// meantime.
final class StepSubjects {

    interface PersonStep {
        StepOutcome perform(Step step, Person person, CollectionRef collection);
    }

    interface PhotoStep {
        StepOutcome perform(Step step, PhotoSubject photoSubject);
    }

    /// @param person current owner of the photo
    record PhotoSubject(PhotoRecord row, Person person, CollectionRef collection) {}

    private final PeopleStores peopleStores;
    private final CompanyCollections companyCollections;

    StepSubjects(PeopleStores peopleStores, CompanyCollections companyCollections) {
        this.peopleStores = peopleStores;
        this.companyCollections = companyCollections;
    }

    /// Ends the job if the person was removed.
    StepOutcome withPerson(Step step, PersonStep action) {
        return present(PersonId.of(step.subject()))
                .map(person -> action.perform(step, person, companyCollections.getOrCreateById(person.company())))
                .orElseGet(StepOutcome.EndJob::new);
    }

    /// The same for a person who may have been removed already, as erasing needs it.
    StepOutcome withAnyPerson(Step step, PersonStep action) {
        return peopleStores
                .persons()
                .find(PersonId.of(step.subject()))
                .map(person -> action.perform(step, person, companyCollections.getOrCreateById(person.company())))
                .orElse(StepOutcome.DONE);
    }

    /// Skips a photo that is hidden, or whose person is.
    StepOutcome withPhoto(Step step, PhotoStep action) {
        return peopleStores
                .photos()
                .find(PhotoId.of(step.subject()))
                .map(row -> visible(row)
                        .map(photoSubject -> action.perform(step, photoSubject))
                        .orElseGet(StepOutcome.Skipped::new))
                .orElse(StepOutcome.DONE);
    }

    private Optional<PhotoSubject> visible(PhotoRecord row) {
        return Optional.of(row)
                .filter(known -> !known.removed())
                .flatMap(known -> present(known.person()))
                .map(person -> new PhotoSubject(row, person, companyCollections.getOrCreateById(row.company())));
    }

    /// What a step about one photo locks: the photo, the user of its person, and the user that has its face now.
    Set<String> keysOfPhoto(Step step) {
        var photo = PhotoId.of(step.subject());
        var keys = new HashSet<String>();
        keys.add(key(photo));
        peopleStores.photos().find(photo).ifPresent(row -> keys.add(key(row.person())));
        peopleStores
                .collections()
                .faces(photo)
                .forEach(face -> face.holder().ifPresent(holder -> keys.add(keyOfUser(holder))));
        return keys;
    }

    /// What a step about one person locks: their user and all their photos.
    Set<String> keysOfPerson(Step step) {
        var person = PersonId.of(step.subject());
        var keys = new HashSet<String>();
        keys.add(key(person));
        peopleStores.photos().findByPersonWithRemoved(person).forEach(photo -> keys.add(key(photo.id())));
        return keys;
    }

    private static String key(PhotoId photo) {
        return "photo " + photo;
    }

    private String key(PersonId person) {
        return peopleStores
                .persons()
                .find(person)
                .map(known -> keyOfUser(known.externalId()))
                .orElse("person " + person);
    }

    private static String keyOfUser(String user) {
        return "user " + user;
    }

    IndexedFace face(PhotoSubject photoSubject) {
        return peopleStores
                .collections()
                .face(photoSubject.row().id(), photoSubject.collection().id())
                .orElseGet(() -> IndexedFace.captured(
                        photoSubject.row().id(), photoSubject.collection().id()));
    }

    private Optional<Person> present(PersonId person) {
        return peopleStores
                .persons()
                .find(person)
                .filter(known -> known.removed().isEmpty());
    }
}
