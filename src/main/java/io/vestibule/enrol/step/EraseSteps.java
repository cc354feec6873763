package io.vestibule.enrol.step;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.FaceCollection.StoredFace;
import io.vestibule.enrol.Collections;
import io.vestibule.enrol.Service;
import io.vestibule.enrol.StepKind;
import io.vestibule.journal.Journal;
import io.vestibule.journal.Outcome;
import io.vestibule.journal.Step;
import io.vestibule.journal.StepHandler;
import io.vestibule.journal.StepState;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.People;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Steps that make somebody, or one photo, unknown everywhere. The order matters: the service keeps faces that are
/// associated, and a record that went first would leave its faces in the collection with nobody to name them.
final class EraseSteps {

    private static final int FACES_A_CALL = 100;
    private static final String ASSOCIATED_TO_AN_EXISTING_USER = "ASSOCIATED_TO_AN_EXISTING_USER";

    private final People people;
    private final Service service;
    private final Collections collections;
    private final Journal journal;

    EraseSteps(People people, Service service, Collections collections, Journal journal) {
        this.people = people;
        this.service = service;
        this.collections = collections;
        this.journal = journal;
    }

    Map<String, StepHandler> handlers() {
        return Map.of(
                StepKind.DISASSOCIATE, new Steps.Attempt(step -> about(step, this::disassociate)),
                StepKind.DELETE_FACES, new Steps.Attempt(step -> about(step, this::deleteFaces)),
                StepKind.DELETE_USER, new Steps.Attempt(step -> about(step, this::deleteUser)),
                StepKind.DELETE_PERSON, new Steps.Attempt(step -> about(step, this::deletePerson)),
                StepKind.ERASE_PHOTO, new Steps.Attempt(this::erasePhoto));
    }

    private interface Deed {
        Outcome perform(Step step, Person person, CollectionRef collection);
    }

    private Outcome about(Step step, Deed deed) {
        return people.persons()
                .find(PersonId.of(step.subject()))
                .map(person -> deed.perform(step, person, collections.ofCompany(person.company())))
                .orElse(Outcome.DONE);
    }

    private Outcome disassociate(Step step, Person person, CollectionRef collection) {
        if (stillEnrolling(person)) {
            return new Outcome.Later(Problem.of("enrol.still-enrolling"), Duration.ofMillis(200), true);
        }
        return disassociate(step, person, collection, faceIds(person, collection));
    }

    private Outcome disassociate(Step step, Person person, CollectionRef collection, List<String> faceIds) {
        for (int from = 0; from < faceIds.size(); from += FACES_A_CALL) {
            var some = faceIds.subList(from, Math.min(faceIds.size(), from + FACES_A_CALL));
            var token = step.token() + "-" + from;
            var user = person.externalId().toString();
            unlessGone(() -> service.faces().disassociate(collection.externalId(), user, some, token));
        }
        return Outcome.DONE;
    }

    private Outcome deleteFaces(Step step, Person person, CollectionRef collection) {
        return delete(collection, faceIds(person, collection));
    }

    private Outcome delete(CollectionRef collection, List<String> faceIds) {
        if (faceIds.isEmpty()) {
            return Outcome.DONE;
        }
        // Faces that are still associated come back in an answer of success.
        var kept = service.faces().deleteFaces(collection.externalId(), faceIds).refused().stream()
                .anyMatch(refused -> refused.reasons().contains(ASSOCIATED_TO_AN_EXISTING_USER));
        return kept ? new Outcome.Park(Problem.of("enrol.face-still-associated")) : Outcome.DONE;
    }

    private Outcome deleteUser(Step step, Person person, CollectionRef collection) {
        service.faces().deleteUser(collection.externalId(), person.externalId().toString(), step.token());
        return Outcome.DONE;
    }

    private Outcome deletePerson(Step step, Person person, CollectionRef collection) {
        for (var photo : people.photos().of(person.id())) {
            service.bucket().delete(photo.key());
        }
        people.persons().delete(person.id());
        return Outcome.DONE;
    }

    private Outcome erasePhoto(Step step) {
        var known = people.photos().find(PhotoId.of(step.subject()));
        if (known.isEmpty()) {
            return Outcome.DONE;
        }
        var photo = known.get();
        var person = people.persons().find(photo.person()).orElseThrow();
        var collection = collections.ofCompany(photo.company());
        var ids = faceIdsOf(List.of(photo), collection);
        disassociate(step, person, collection, ids);
        var deleted = delete(collection, ids);
        if (deleted instanceof Outcome.Done) {
            service.bucket().delete(photo.key());
            people.photos().delete(photo.id());
        }
        return deleted;
    }

    private boolean stillEnrolling(Person person) {
        var subjects = new ArrayList<String>();
        subjects.add(person.id().toString());
        people.photos().of(person.id()).forEach(photo -> subjects.add(photo.id().toString()));
        return subjects.stream()
                .flatMap(subject -> journal.openFor(subject).stream())
                .anyMatch(open ->
                        open.state() == StepState.RUNNING && !open.kind().equals(StepKind.DISASSOCIATE));
    }

    private List<String> faceIds(Person person, CollectionRef collection) {
        return faceIdsOf(people.photos().of(person.id()), collection);
    }

    /// The face ids that we know of, and those of photos whose answer may have been lost on the way: such a face is
    /// in the collection under the photo's id, and only there.
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
                    .forEach(ids::add);
        }
        return ids;
    }

    private static void unlessGone(Runnable call) {
        try {
            call.run();
        } catch (CloudException e) {
            if (!(e.failure() instanceof CloudFailure.NotFound)) {
                throw e;
            }
        }
    }
}
