package io.vestibule.enrol.step;

import io.vestibule.base.PhotoId;
import io.vestibule.cloud.FaceCollection.StoredFace;
import io.vestibule.enrol.Collections;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.enrol.Records;
import io.vestibule.enrol.Service;
import io.vestibule.journal.Journal;
import io.vestibule.journal.run.NewStep;
import io.vestibule.journal.run.Outcome;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepState;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.People;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.RemainsStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Steps that make somebody, or one photo, unknown everywhere. The order matters: the service keeps faces that
/// are associated, and a record that went first would leave its faces in the collection with nobody to name
/// them.
final class EraseSteps {

    private final Records records;
    private final People people;
    private final Service service;
    private final Collections collections;
    private final FaceErasure faces;
    private final RemainsStore remains;

    EraseSteps(Records records, Service service, Collections collections) {
        this.records = records;
        this.people = records.people();
        this.service = service;
        this.collections = collections;
        this.faces = new FaceErasure(service.faces());
        this.remains = new RemainsStore(records.database());
    }

    Outcome disassociate(Step step, Person person, CollectionRef collection) {
        var user = person.externalId().toString();
        var known = faceIds(person, collection);
        faces.disassociate(step, user, collection.externalId(), known);
        // Faces that others gave this user before the person was adopted: there is no photo of them here. The face of a
        // photo that was given to somebody else, and that the collection still has with this user, is no such face.
        var others = people.collections().unknown(collection.id(), faces.of(collection.externalId(), user));
        faces.disassociate(step, user, collection.externalId(), others);
        faces.delete(step, collection.externalId(), others);
        return Outcome.DONE;
    }

    Outcome deleteFaces(Step step, Person person, CollectionRef collection) {
        return faces.delete(step, collection.externalId(), faceIds(person, collection));
    }

    Outcome deleteUser(Step step, Person person, CollectionRef collection) {
        service.faces().deleteUser(collection.externalId(), person.externalId().toString(), step.token());
        return Outcome.DONE;
    }

    Outcome deletePerson(Step step, Person person, CollectionRef collection) {
        var photos = people.photos().all(person.id());
        photos.forEach(photo -> service.bucket().delete(photo.key()));
        records.database().transaction(() -> {
            elsewhere(remains.note(person, collection.id(), records.clock().instant()));
            people.persons().delete(person.id());
        });
        photos.forEach(photo -> goOn(records.journal(), photo.id()));
        return Outcome.DONE;
    }

    /// Collections that are not in use know them still: that is done when it can be, by jobs of their own.
    private void elsewhere(List<UUID> noted) {
        noted.forEach(id ->
                records.journal().add(List.of(new NewStep(EnrolStep.ERASE_ELSEWHERE, id.toString())), Duration.ZERO));
    }

    Outcome erasePhoto(Step step) {
        return people.photos()
                .find(PhotoId.of(step.subject()))
                .map(photo -> erase(step, photo))
                .orElse(Outcome.DONE);
    }

    private Outcome erase(Step step, PhotoRecord photo) {
        var person = people.persons().find(photo.person()).orElseThrow();
        var collection = collections.ofCompany(photo.company());
        var ids = faceIdsOf(List.of(photo), collection);
        faces.disassociate(step, person.externalId().toString(), collection.externalId(), ids);
        var deleted = faces.delete(step, collection.externalId(), ids);
        if (deleted instanceof Outcome.Done) {
            service.bucket().delete(photo.key());
            records.database().transaction(() -> {
                elsewhere(remains.note(
                        photo, person, collection.id(), records.clock().instant()));
                people.photos().delete(photo.id());
            });
            goOn(records.journal(), photo.id());
        }
        return deleted;
    }

    /// What waited for this photo to come to an end goes on: it has.
    private static void goOn(Journal journal, PhotoId photo) {
        journal.openFor(photo.toString()).stream()
                .filter(open -> EnrolStep.CHECK_JOINED.is(open) && open.state() == StepState.PARKED)
                .forEach(parked -> journal.hasten(parked.job()));
    }

    Outcome dropReplaced(Step step) {
        var known = people.photos().find(PhotoId.of(step.subject()));
        if (known.isEmpty()) {
            return Outcome.DONE;
        }
        var collection = collections.ofCompany(known.get().company()).id();
        var allInUse = records.journal().steps(step.job()).stream()
                .filter(other -> EnrolStep.INDEX_PHOTO.is(other))
                .map(other -> people.collections().face(PhotoId.of(other.subject()), collection))
                .allMatch(face -> face.filter(fresh -> fresh.state() == FaceState.ASSOCIATED)
                        .isPresent());
        if (!allInUse) {
            return Outcome.DONE;
        }
        records.database().transaction(() -> {
            people.photos()
                    .setRemoved(known.get().id(), Optional.of(records.clock().instant()));
            if (!known.get().removed()) {
                records.log().append("photo.replaced", known.get().id().toString());
            }
        });
        return erase(step, known.get());
    }

    private List<String> faceIds(Person person, CollectionRef collection) {
        return faceIdsOf(people.photos().all(person.id()), collection);
    }

    /// The face ids that we know of, and those of photos whose answer may have been lost on the way: such a
    /// face is in the collection under the photo's id, and only there.
    private List<String> faceIdsOf(List<PhotoRecord> photos, CollectionRef collection) {
        var ids = new ArrayList<String>();
        var uncertain = new ArrayList<String>();
        for (var photo : photos) {
            var face = people.collections().face(photo.id(), collection.id());
            face.flatMap(IndexedFace::faceId).ifPresent(ids::add);
            if (face.isPresent() && face.get().state() == FaceState.STORED) {
                uncertain.add(photo.id().toString());
            }
        }
        if (!uncertain.isEmpty()) {
            service.faces().faces(collection.externalId(), Optional.empty()).stream()
                    .filter(face -> uncertain.contains(face.externalImageId()))
                    .map(StoredFace::faceId)
                    .filter(id -> !ids.contains(id))
                    .forEach(ids::add);
        }
        return ids;
    }
}
