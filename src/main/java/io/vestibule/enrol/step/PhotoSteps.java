package io.vestibule.enrol.step;

import io.vestibule.cloud.FaceCollection;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.FaceService;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.journal.run.StepState;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.PeopleStores;
import io.vestibule.people.RefusalReason;
import java.util.List;
import java.util.function.Supplier;

/// Steps whose subject is one photo: into the bucket, into the collection.
final class PhotoSteps {

    private final EnrolContext context;
    private final PeopleStores peopleStores;
    private final FaceService faceService;
    private final StepSubjects stepSubjects;
    private final Supplier<EnrolSettings> settings;

    PhotoSteps(
            EnrolContext enrolContext,
            FaceService faceService,
            StepSubjects stepSubjects,
            Supplier<EnrolSettings> settings) {
        this.context = enrolContext;
        this.peopleStores = enrolContext.people();
        this.faceService = faceService;
        this.stepSubjects = stepSubjects;
        this.settings = settings;
    }

    StepOutcome store(Step step, StepSubjects.PhotoSubject photoSubject) {
        var id = photoSubject.row().id();
        var waiting = peopleStores.photos().pendingUpload(id);
        if (waiting.isEmpty()) {
            return StepOutcome.DONE;
        }
        faceService.bucket().put(photoSubject.row().key(), waiting.get());
        context.database().transaction(() -> {
            peopleStores.photos().lockOwner(id);
            peopleStores.photos().markUploaded(id);
            var face = stepSubjects.face(photoSubject);
            if (face.state() == FaceState.CAPTURED) {
                peopleStores.collections().saveFace(face.withState(FaceState.STORED));
            }
        });
        return StepOutcome.DONE;
    }

    StepOutcome index(Step step, StepSubjects.PhotoSubject photoSubject) {
        if (stepSubjects.face(photoSubject).state() != FaceState.STORED) {
            return StepOutcome.DONE;
        }
        var id = photoSubject.row().id();
        var answer = faceService
                .faces()
                .index(
                        photoSubject.collection().externalId(),
                        faceService.image(photoSubject.row()),
                        id.toString(),
                        1,
                        settings.get().filter());
        context.database().transaction(() -> {
            peopleStores.photos().lockOwner(id);
            var face = stepSubjects.face(photoSubject);
            // Another job about the same photo may have advanced its state in the meantime.
            if (face.state() == FaceState.STORED) {
                peopleStores.collections().saveFace(next(face, answer));
            }
        });
        return StepOutcome.DONE;
    }

    private static IndexedFace next(IndexedFace face, FaceCollection.IndexAnswer answer) {
        if (!answer.indexed().isEmpty()) {
            var indexed = answer.indexed().getFirst();
            return face.indexed(indexed.faceId(), indexed.imageId(), indexed.modelVersion());
        }
        var reasons = answer.unindexed().stream()
                .flatMap(unindexed -> unindexed.reasons().stream())
                .distinct()
                .toList();
        return face.refused(reasons.isEmpty() ? List.of(RefusalReason.NO_FACE.name()) : reasons);
    }

    StepOutcome retryParked(Step step) {
        context.journal().openStepsFor(step.subject()).stream()
                .filter(open -> open.state() == StepState.PARKED)
                .forEach(parked -> context.journal().retryNow(parked.job()));
        return StepOutcome.DONE;
    }
}
