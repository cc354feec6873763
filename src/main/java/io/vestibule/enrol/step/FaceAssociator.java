package io.vestibule.enrol.step;

import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.FaceCollection.AssociateAnswer;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.FaceService;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.Person;
import io.vestibule.people.RefusalReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Associates faces with a user, and stores the result of each. Every face of the request ends in one state.
final class FaceAssociator {

    /// A face that was just indexed may stay invisible for a moment; this many attempts are made before it counts as
    /// missing.
    private static final int VISIBILITY_ATTEMPTS = 6;

    private static final Duration VISIBILITY_PAUSE = Duration.ofMillis(500);

    private final EnrolContext context;
    private final FaceService faceService;
    private final Supplier<EnrolSettings> settings;

    FaceAssociator(EnrolContext enrolContext, FaceService faceService, Supplier<EnrolSettings> settings) {
        this.context = enrolContext;
        this.faceService = faceService;
        this.settings = settings;
    }

    /// @param faces with a face id, up to 100
    StepOutcome associate(Step step, Person person, CollectionRef collection, List<IndexedFace> faces) {
        return associate(step, person, collection, faces, settings.get().associate());
    }

    /// @param threshold 0..100, lowest similarity at which a face is associated
    StepOutcome associate(
            Step step, Person person, CollectionRef collection, List<IndexedFace> faces, float threshold) {
        var ids = faces.stream().map(face -> face.faceId().orElseThrow()).toList();
        var token = step.tokenFor(collection.externalId(), person.externalId(), ids, threshold);
        AssociateAnswer answer;
        try {
            answer = faceService.faces().associate(collection.externalId(), person.externalId(), ids, threshold, token);
        } catch (CloudException e) {
            if (e.failure() instanceof CloudFailure.LimitReached) {
                full(person, faces);
                return StepOutcome.DONE;
            }
            if (e.failure() instanceof CloudFailure.NotFound && step.attempts() < VISIBILITY_ATTEMPTS) {
                return withoutUser(step, person, collection);
            }
            throw e;
        }
        var invisible =
                answer.refused().stream().anyMatch(refused -> RefusalReason.FACE_NOT_FOUND.isIn(refused.reasons()));
        var retry = invisible && step.attempts() < VISIBILITY_ATTEMPTS;
        record(person, collection, faces, answer, retry, step.attempts() == 0);
        return retry
                ? new StepOutcome.RetryLater(Problem.of("enrol.not-visible-yet"), VISIBILITY_PAUSE, true)
                : StepOutcome.DONE;
    }

    /// The service no longer has the user: it is created again, and its faces are associated again by a retry.
    private StepOutcome withoutUser(Step step, Person person, CollectionRef collection) {
        faceService
                .faces()
                .createUser(
                        collection.externalId(),
                        person.externalId(),
                        step.tokenFor(collection.externalId(), person.externalId()));
        context.database()
                .transaction(() -> context.people().collections().faces(person.id(), collection.id()).stream()
                        .filter(face -> face.state() == FaceState.ASSOCIATED)
                        .forEach(face -> context.people().collections().saveFace(face.withHolder(Optional.empty()))));
        return new StepOutcome.RetryLater(Problem.of("enrol.not-visible-yet"), VISIBILITY_PAUSE, true);
    }

    /// @param awaitVisible leave faces that are not visible to the service yet unchanged, for the retry
    /// @param firstAsked whether no earlier attempt can have associated the faces
    private void record(
            Person person,
            CollectionRef collection,
            List<IndexedFace> asked,
            AssociateAnswer answer,
            boolean awaitVisible,
            boolean firstAsked) {
        context.database().transaction(() -> {
            for (var face : asked) {
                if (!(awaitVisible && refusedAs(RefusalReason.FACE_NOT_FOUND, face, answer))) {
                    put(person, face, next(face, answer, firstAsked));
                }
            }
            context.people()
                    .collections()
                    .saveUser(
                            new CollectionUser(person.id(), collection.id(), person.externalId(), answer.userStatus()));
        });
    }

    private void full(Person person, List<IndexedFace> faces) {
        context.database()
                .transaction(() -> faces.forEach(face -> put(
                        person,
                        face,
                        face.notAssociated(
                                List.of(RefusalReason.USER_FULL.name()), Optional.empty(), Optional.empty()))));
    }

    /// The photo may have been moved to another person while the call was running.
    private void put(Person person, IndexedFace asked, IndexedFace next) {
        var owner = context.people().photos().lockOwner(asked.photo());
        var now = context.people()
                .collections()
                .face(asked.photo(), asked.collection())
                .filter(face -> face.faceId().equals(asked.faceId()));
        if (owner.isEmpty() || now.isEmpty()) {
            return;
        }
        if (owner.get().equals(person.id())) {
            if (now.get().state().allowedTransitions().contains(next.state())) {
                context.people().collections().saveFace(next);
            }
        } else if (next.state() == FaceState.ASSOCIATED) {
            context.people().collections().saveFace(now.get().withHolder(Optional.of(person.externalId())));
        }
    }

    private static boolean refusedAs(RefusalReason reason, IndexedFace face, AssociateAnswer answer) {
        var id = face.faceId().orElseThrow();
        return answer.refused().stream()
                .anyMatch(refused -> refused.faceId().equals(id) && reason.isIn(refused.reasons()));
    }

    private static IndexedFace next(IndexedFace face, AssociateAnswer answer, boolean firstAsked) {
        var id = face.faceId().orElseThrow();
        for (var refused : answer.refused()) {
            if (refused.faceId().equals(id)) {
                var reasons = refused.reasons().isEmpty() ? List.of(RefusalReason.USER_FULL.name()) : refused.reasons();
                return face.notAssociated(reasons, refused.confidence(), refused.otherUserId());
            }
        }
        // Among the successes, or in neither list: then the face was associated with this user already.
        var remarkable =
                firstAsked && answer.already().contains(id) && face.holder().isEmpty();
        return face.associated(remarkable ? List.of(RefusalReason.ALREADY_THERE.name()) : List.of());
    }
}
