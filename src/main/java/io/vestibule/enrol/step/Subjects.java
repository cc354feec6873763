package io.vestibule.enrol.step;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.Collections;
import io.vestibule.journal.run.Outcome;
import io.vestibule.journal.run.Step;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.People;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import java.util.Optional;

/// Whom and what a step is about, as it is now. Who was removed meanwhile, and a photo that is on its way out, need no
/// step any more.
final class Subjects {

    interface PersonDeed {
        Outcome perform(Step step, Person person, CollectionRef collection);
    }

    interface PhotoDeed {
        Outcome perform(Step step, Photo photo);
    }

    /// @param person whose the photo is now
    record Photo(PhotoRecord row, Person person, CollectionRef collection) {}

    private final People people;
    private final Collections collections;

    Subjects(People people, Collections collections) {
        this.people = people;
        this.collections = collections;
    }

    /// Ends the job if the person was removed.
    Outcome person(Step step, PersonDeed deed) {
        return present(PersonId.of(step.subject()))
                .map(person -> deed.perform(step, person, collections.ofCompany(person.company())))
                .orElseGet(Outcome.End::new);
    }

    /// The same for a person who may have been removed already, as erasing needs it.
    Outcome anyPerson(Step step, PersonDeed deed) {
        return people.persons()
                .find(PersonId.of(step.subject()))
                .map(person -> deed.perform(step, person, collections.ofCompany(person.company())))
                .orElse(Outcome.DONE);
    }

    Outcome photo(Step step, PhotoDeed deed) {
        return photo(step).map(photo -> deed.perform(step, photo)).orElse(Outcome.DONE);
    }

    private Optional<Photo> photo(Step step) {
        return people.photos()
                .find(PhotoId.of(step.subject()))
                .filter(row -> !row.removed())
                .flatMap(row -> present(row.person())
                        .map(person -> new Photo(row, person, collections.ofCompany(row.company()))));
    }

    IndexedFace face(Photo photo) {
        return people.collections()
                .face(photo.row().id(), photo.collection().id())
                .orElseGet(() -> IndexedFace.captured(
                        photo.row().id(), photo.collection().id()));
    }

    private Optional<Person> present(PersonId person) {
        return people.persons().find(person).filter(known -> known.removed().isEmpty());
    }
}
