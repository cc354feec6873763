package io.vestibule.enrol.step;

import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.FaceService;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.PeopleStores;
import io.vestibule.people.Person;
import io.vestibule.people.RefusalReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Steps that associate one face with the user of the photo's person, whichever user has the face now.
final class MoveSteps {

    /// Threshold that every face passes: for a face that was associated with the same user before.
    private static final float UNCHECKED = 0;
    /// Confidences are rounded by the service; a face must not fail the threshold because of its last digit.
    private static final float ROUNDING = .1f;

    private static final Duration JOINING_PAUSE = Duration.ofSeconds(1);

    private final EnrolContext context;
    private final PeopleStores peopleStores;
    private final FaceService faceService;
    private final StepSubjects stepSubjects;
    private final FaceAssociator faceAssociator;

    MoveSteps(
            EnrolContext enrolContext,
            FaceService faceService,
            StepSubjects stepSubjects,
            FaceAssociator faceAssociator) {
        this.context = enrolContext;
        this.peopleStores = enrolContext.people();
        this.faceService = faceService;
        this.stepSubjects = stepSubjects;
        this.faceAssociator = faceAssociator;
    }

    StepOutcome disassociate(Step step, StepSubjects.PhotoSubject photoSubject) {
        var face = stepSubjects.face(photoSubject);
        var own = photoSubject.person().externalId();
        var other = holder(photoSubject, face).filter(holder -> !holder.equals(own));
        if (other.isEmpty()) {
            return StepOutcome.DONE;
        }
        var collection = photoSubject.collection().externalId();
        var faceId = face.faceId().orElseThrow();
        try {
            faceService
                    .faces()
                    .disassociate(
                            collection, other.get(), List.of(faceId), step.tokenFor(collection, other.get(), faceId));
        } catch (CloudException e) {
            if (!(e.failure() instanceof CloudFailure.NotFound)) {
                throw e;
            }
            // That user does not exist any more, and so has no faces.
        }
        context.database().transaction(() -> {
            peopleStores.photos().lockOwner(face.photo());
            var now = stepSubjects.face(photoSubject);
            if (now.faceId().equals(face.faceId()) && now.holder().equals(other)) {
                peopleStores.collections().saveFace(now.withHolder(Optional.empty()));
            }
        });
        return StepOutcome.DONE;
    }

    /// The user that has the face. If the records know of none, the service is asked: an association with the photo's
    /// former person may have been made although its answer was lost.
    private Optional<String> holder(StepSubjects.PhotoSubject photoSubject, IndexedFace face) {
        if (face.state() != FaceState.INDEXED || face.holder().isPresent()) {
            return face.holder().filter(_ -> face.state() == FaceState.INDEXED);
        }
        var collection = photoSubject.collection();
        return faceService
                .faces()
                .findFaces(collection.externalId(), face.faceId().stream().toList())
                .stream()
                .flatMap(stored -> stored.userId().stream())
                .filter(user -> peopleStores
                        .persons()
                        .findByExternalId(user)
                        .filter(person -> !hasPhoto(person, collection, face))
                        .isPresent())
                .findFirst();
    }

    /// Whether another photo of the person has the same face: the same picture may belong to two people.
    private boolean hasPhoto(Person person, CollectionRef collection, IndexedFace face) {
        return peopleStores.collections().faces(person.id(), collection.id()).stream()
                .anyMatch(other -> other.faceId().equals(face.faceId()));
    }

    StepOutcome associate(Step step, StepSubjects.PhotoSubject photoSubject) {
        var face = stepSubjects.face(photoSubject);
        var again = face.state() == FaceState.NOT_ASSOCIATED && RefusalReason.USER_FULL.isIn(face.reasons());
        if (face.state() == FaceState.INDEXED || again) {
            return faceAssociator.associate(step, photoSubject.person(), photoSubject.collection(), List.of(face));
        }
        return StepOutcome.DONE;
    }

    StepOutcome reassociate(Step step, StepSubjects.PhotoSubject photoSubject) {
        var freed = disassociate(step, photoSubject);
        var face = stepSubjects.face(photoSubject);
        var out = face.state() == FaceState.INDEXED || face.state() == FaceState.NOT_ASSOCIATED;
        return freed instanceof StepOutcome.Done && out && face.faceId().isPresent()
                ? faceAssociator.associate(
                        step, photoSubject.person(), photoSubject.collection(), List.of(face), UNCHECKED)
                : freed;
    }

    StepOutcome associateLowMatch(Step step, StepSubjects.PhotoSubject photoSubject) {
        var face = stepSubjects.face(photoSubject);
        if (!lowMatch(face)) {
            return StepOutcome.DONE;
        }
        var threshold = Math.max(0, face.confidence().orElse(0f) - ROUNDING);
        return faceAssociator.associate(
                step, photoSubject.person(), photoSubject.collection(), List.of(face), threshold);
    }

    private static boolean lowMatch(IndexedFace face) {
        return face.state() == FaceState.NOT_ASSOCIATED && RefusalReason.LOW_MATCH_CONFIDENCE.isIn(face.reasons());
    }

    /// A merged person stays in the collection until each of their photos is associated or refused.
    StepOutcome checkJoined(Step step, StepSubjects.PhotoSubject photoSubject) {
        return switch (stepSubjects.face(photoSubject).state()) {
            case CAPTURED, STORED, INDEXED ->
                new StepOutcome.RetryLater(Problem.of("enrol.still-joining"), JOINING_PAUSE, true);
            case NOT_ASSOCIATED -> new StepOutcome.Park(Problem.of("enrol.merge-refused"));
            case ASSOCIATED, REFUSED -> StepOutcome.DONE;
        };
    }
}
