package io.vestibule.enrol.step;

import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.FaceCollection.AssociateAnswer;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.Records;
import io.vestibule.enrol.Refusal;
import io.vestibule.enrol.Service;
import io.vestibule.journal.run.Outcome;
import io.vestibule.journal.run.Step;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.Person;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Gives faces to a user, and writes down what became of each. Every face of the request ends in one state.
final class Associations {

    /// A face that was just indexed may stay invisible for a moment; asked so often before that is believed.
    private static final int VISIBILITY_ATTEMPTS = 6;

    private static final Duration VISIBILITY_PAUSE = Duration.ofMillis(500);

    private final Records records;
    private final Service service;
    private final Supplier<EnrolSettings> settings;

    Associations(Records records, Service service, Supplier<EnrolSettings> settings) {
        this.records = records;
        this.service = service;
        this.settings = settings;
    }

    /// @param faces with a face id, up to 100
    Outcome associate(Step step, Person person, CollectionRef collection, List<IndexedFace> faces) {
        return associate(step, person, collection, faces, settings.get().associate());
    }

    /// @param threshold 0..100, from where on a face is taken
    Outcome associate(Step step, Person person, CollectionRef collection, List<IndexedFace> faces, float threshold) {
        var ids = faces.stream().map(face -> face.faceId().orElseThrow()).toList();
        var token = step.token() + "-" + faces.getFirst().photo().toString().substring(0, 8);
        AssociateAnswer answer;
        try {
            answer = service.faces()
                    .associate(collection.externalId(), person.externalId().toString(), ids, threshold, token);
        } catch (CloudException e) {
            if (e.failure() instanceof CloudFailure.Full) {
                full(person, faces);
                return Outcome.DONE;
            }
            if (e.failure() instanceof CloudFailure.NotFound && step.attempts() < VISIBILITY_ATTEMPTS) {
                return withoutUser(step, person, collection);
            }
            throw e;
        }
        var invisible =
                answer.refused().stream().anyMatch(refused -> refused.reasons().contains(Refusal.FACE_NOT_FOUND));
        var retry = invisible && step.attempts() < VISIBILITY_ATTEMPTS;
        record(person, collection, faces, answer, retry, step.attempts() == 0);
        return retry ? new Outcome.Later(Problem.of("enrol.not-visible-yet"), VISIBILITY_PAUSE, true) : Outcome.DONE;
    }

    /// The service lost the user: it is made anew, and its faces are to be given to it once more.
    private Outcome withoutUser(Step step, Person person, CollectionRef collection) {
        service.faces().createUser(collection.externalId(), person.externalId().toString(), step.token());
        records.database()
                .transaction(() -> records.people().collections().faces(person.id(), collection.id()).stream()
                        .filter(face -> face.state() == FaceState.ASSOCIATED)
                        .forEach(face -> records.people().collections().put(face.heldBy(Optional.empty()))));
        return new Outcome.Later(Problem.of("enrol.not-visible-yet"), VISIBILITY_PAUSE, true);
    }

    /// @param awaitVisible leave faces that the service does not see yet as they are, to be asked for again
    /// @param firstAsked no earlier attempt can have given the faces to the user
    private void record(
            Person person,
            CollectionRef collection,
            List<IndexedFace> asked,
            AssociateAnswer answer,
            boolean awaitVisible,
            boolean firstAsked) {
        records.database().transaction(() -> {
            for (var face : asked) {
                if (!(awaitVisible && refusedAs(Refusal.FACE_NOT_FOUND, face, answer))) {
                    put(person, face, next(face, answer, firstAsked));
                }
            }
            records.people()
                    .collections()
                    .put(new CollectionUser(
                            person.id(), collection.id(), person.externalId().toString(), answer.userStatus()));
        });
    }

    private void full(Person person, List<IndexedFace> faces) {
        records.database()
                .transaction(() -> faces.forEach(face -> put(
                        person,
                        face,
                        face.notAssociated(List.of(Refusal.USER_FULL), Optional.empty(), Optional.empty()))));
    }

    /// While the service was asked, the photo may have gone to somebody else.
    private void put(Person person, IndexedFace asked, IndexedFace next) {
        var owner = records.people().photos().hold(asked.photo());
        var now = records.people()
                .collections()
                .face(asked.photo(), asked.collection())
                .filter(face -> face.faceId().equals(asked.faceId()));
        if (owner.isEmpty() || now.isEmpty()) {
            return;
        }
        if (owner.get().equals(person.id())) {
            if (now.get().state().next().contains(next.state())) {
                records.people().collections().put(next);
            }
        } else if (next.state() == FaceState.ASSOCIATED) {
            records.people()
                    .collections()
                    .put(now.get().heldBy(Optional.of(person.externalId().toString())));
        }
    }

    private static boolean refusedAs(String reason, IndexedFace face, AssociateAnswer answer) {
        var id = face.faceId().orElseThrow();
        return answer.refused().stream()
                .anyMatch(refused ->
                        refused.faceId().equals(id) && refused.reasons().contains(reason));
    }

    private static IndexedFace next(IndexedFace face, AssociateAnswer answer, boolean firstAsked) {
        var id = face.faceId().orElseThrow();
        for (var refused : answer.refused()) {
            if (refused.faceId().equals(id)) {
                var reasons = refused.reasons().isEmpty() ? List.of(Refusal.USER_FULL) : refused.reasons();
                return face.notAssociated(reasons, refused.confidence(), refused.holder());
            }
        }
        // In the list of successes, or in neither list: then it was with this user already.
        var remarkable =
                firstAsked && answer.already().contains(id) && face.holder().isEmpty();
        return face.associated(remarkable ? List.of(Refusal.ALREADY_THERE) : List.of());
    }
}
