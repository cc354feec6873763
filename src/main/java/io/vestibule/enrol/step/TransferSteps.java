package io.vestibule.enrol.step;

import io.vestibule.base.PhotoId;
import io.vestibule.base.Problem;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.FaceService;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.PhotoRecord;
import java.util.Optional;
import java.util.function.Function;

/// Copies a photo from the previous bucket to where the service in use can read it.
public final class TransferSteps {

    private final EnrolContext context;
    private final FaceService faceService;
    private final CompanyCollections companyCollections;
    private final Function<String, Optional<byte[]>> previousBucket;

    /// @param previousBucket looks up by its key a photo that the bucket in use does not have
    public TransferSteps(
            EnrolContext enrolContext,
            FaceService faceService,
            CompanyCollections companyCollections,
            Function<String, Optional<byte[]>> previousBucket) {
        this.context = enrolContext;
        this.faceService = faceService;
        this.companyCollections = companyCollections;
        this.previousBucket = previousBucket;
    }

    StepOutcome copyPhoto(Step step) {
        // A photo that was removed in the meantime needs no copy.
        var known = context.people().photos().find(PhotoId.of(step.subject())).filter(photo -> !photo.removed());
        if (known.isEmpty()) {
            return StepOutcome.DONE;
        }
        var photo = known.get();
        if (face(photo).state() != FaceState.CAPTURED) {
            return StepOutcome.DONE;
        }
        if (faceService.bucket().get(photo.key()).isEmpty()) {
            var bytes = bytes(photo);
            if (bytes.isEmpty()) {
                return new StepOutcome.Park(Problem.of("enrol.photo-lost"));
            }
            faceService.bucket().put(photo.key(), bytes.get());
        }
        context.database().transaction(() -> {
            context.people().photos().lockOwner(photo.id());
            context.people().photos().markUploaded(photo.id());
            var face = face(photo);
            if (face.state() == FaceState.CAPTURED) {
                context.people().collections().saveFace(face.withState(FaceState.STORED));
            }
        });
        return StepOutcome.DONE;
    }

    private Optional<byte[]> bytes(PhotoRecord photo) {
        return context.people().photos().pendingUpload(photo.id()).or(() -> previousBucket.apply(photo.key()));
    }

    private IndexedFace face(PhotoRecord photo) {
        var collection = companyCollections.getOrCreateById(photo.company()).id();
        return context.people()
                .collections()
                .face(photo.id(), collection)
                .orElseGet(() -> IndexedFace.captured(photo.id(), collection));
    }
}
