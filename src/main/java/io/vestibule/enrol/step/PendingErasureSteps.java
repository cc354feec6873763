package io.vestibule.enrol.step;

import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.FaceCollection.StoredFace;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.enrol.FaceService;
import io.vestibule.journal.run.NewStep;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.ErasureCheckStore;
import io.vestibule.people.change.PendingErasure;
import io.vestibule.people.change.PendingErasureStore;
import io.vestibule.store.ItemLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Erases the remaining data of removed people in collections that were not in use at the time, as soon as the
/// collection can be reached. A collection behind another connection can be reached when that connection is used
/// again.
public final class PendingErasureSteps {

    private static final Duration BETWEEN = Duration.ofHours(1);

    private final EnrolContext context;
    private final PendingErasureStore pendingErasures;
    private final ErasureCheckStore checks;
    private final Function<CollectionRef, Optional<FaceService>> serviceOf;

    /// @param serviceOf the service that has a collection, if it can be called now
    public PendingErasureSteps(EnrolContext enrolContext, Function<CollectionRef, Optional<FaceService>> serviceOf) {
        this.context = enrolContext;
        this.pendingErasures = new PendingErasureStore(enrolContext.database());
        this.checks = new ErasureCheckStore(enrolContext.database());
        this.serviceOf = serviceOf;
    }

    /// Retries at once the jobs that waited for a connection that is in use now. Called at every start.
    public void retryReachable() {
        pendingErasures.all().stream()
                .filter(left -> serviceOf.apply(left.collection()).isPresent())
                .flatMap(left -> context.journal().openStepsFor(left.id().toString()).stream())
                .map(Step::job)
                .distinct()
                .forEach(context.journal()::retryNow);
    }

    StepOutcome erase(Step step) {
        var known = pendingErasures.find(UUID.fromString(step.subject()));
        if (known.isEmpty()) {
            return StepOutcome.DONE;
        }
        var left = known.get();
        var service = serviceOf.apply(left.collection());
        return service.isPresent()
                ? erase(step, left, service.get())
                : new StepOutcome.RetryLater(
                        Problem.of(
                                "enrol.waits-for-connection",
                                left.collection().profile(),
                                left.collection().region()),
                        BETWEEN,
                        true);
    }

    private StepOutcome erase(Step step, PendingErasure left, FaceService faceService) {
        var faces = new FaceErasure(faceService.faces());
        var collection = left.collection().externalId();
        var ids = faceIds(left, faceService, faces);
        faces.disassociate(step, left.user(), collection, ids);
        var deleted = delete(step, collection, ids, faces);
        if (!(deleted instanceof StepOutcome.Done)) {
            return deleted;
        }
        if (left.includesUser()) {
            FaceErasure.ignoreNotFound(() ->
                    faceService.faces().deleteUser(collection, left.user(), step.tokenFor(collection, left.user())));
        }
        ItemLoop.forEachThenThrow(left.photos(), photo -> faceService.bucket().delete(PhotoRecord.key(photo.photo())));
        context.database().transaction(() -> {
            pendingErasures.delete(left.id());
            context.log().append("person.erased-elsewhere", left.id().toString());
            checks.findOpenByUser(left.user())
                    .ifPresent(check -> context.journal()
                            .add(
                                    check.company(),
                                    List.of(new NewStep(
                                            EnrolStep.VERIFY_ERASED,
                                            check.person().toString())),
                                    Duration.ZERO));
        });
        return StepOutcome.DONE;
    }

    /// If the whole collection was deleted, there is nothing left to erase.
    private static StepOutcome delete(Step step, String collection, List<String> ids, FaceErasure faces) {
        try {
            return faces.delete(step, collection, ids);
        } catch (CloudException e) {
            if (e.failure() instanceof CloudFailure.CollectionGone) {
                return StepOutcome.DONE;
            }
            throw e;
        }
    }

    /// The recorded face ids, those of faces stored under the id of a photo and, if the user is deleted, all other
    /// faces of the user; without faces that a stored photo has.
    private List<String> faceIds(PendingErasure left, FaceService faceService, FaceErasure faces) {
        var ids = new ArrayList<String>();
        left.photos().forEach(photo -> photo.face().ifPresent(ids::add));
        if (left.includesUser()) {
            add(ids, faces.listFaceIds(left.collection().externalId(), left.user()));
        }
        var uncertain = left.photos().stream()
                .filter(photo -> photo.face().isEmpty())
                .map(photo -> photo.photo().toString())
                .toList();
        if (!uncertain.isEmpty()) {
            FaceErasure.ignoreNotFound(() -> add(
                    ids,
                    faceService.faces().listFaces(left.collection().externalId(), Optional.empty()).stream()
                            .filter(face -> uncertain.contains(face.externalImageId()))
                            .map(StoredFace::faceId)
                            .toList()));
        }
        return context.people().collections().unknownFaceIds(left.collection().id(), ids);
    }

    private static void add(List<String> ids, List<String> more) {
        more.stream().filter(id -> !ids.contains(id)).forEach(ids::add);
    }
}
