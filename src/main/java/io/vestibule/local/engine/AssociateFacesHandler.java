package io.vestibule.local.engine;

import io.vestibule.local.engine.protocol.RekognitionErrors;
import io.vestibule.local.engine.store.CollectionRow;
import io.vestibule.local.engine.store.FaceRow;
import io.vestibule.local.engine.store.UserRow;
import io.vestibule.vision.FaceVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.model.AssociateFacesRequest;
import software.amazon.awssdk.services.rekognition.model.AssociateFacesResponse;
import software.amazon.awssdk.services.rekognition.model.AssociatedFace;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceAssociation;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceAssociationReason;

/// AssociateFaces. Each face has one of three outcomes: associated, unsuccessful with a reason, or, if the user has
/// it already, in neither list of the response.
///
/// For a user without a face the whole first batch is associated unchecked, as the service does; the faces of one
/// call are not compared with each other (undocumented). A face that does not match does not count towards the limit.
final class AssociateFacesHandler {

    private static final int MOST_FACES = 100;
    private static final float USUAL_THRESHOLD = 75;

    private final Engine engine;
    private final IdempotentCalls idempotentCalls;
    private final UserUpdater userUpdater;

    AssociateFacesHandler(Engine engine, IdempotentCalls idempotentCalls) {
        this.engine = engine;
        this.idempotentCalls = idempotentCalls;
        this.userUpdater = new UserUpdater(engine);
    }

    AssociateFacesResponse associate(AssociateFacesRequest request) {
        return engine.store()
                .inTransaction(afterwards -> idempotentCalls.runOnce(
                        request,
                        request.clientRequestToken(),
                        AssociateFacesResponse::builder,
                        AssociateFacesResponse.Builder::build,
                        () -> perform(request, afterwards)));
    }

    private AssociateFacesResponse perform(AssociateFacesRequest request, Consumer<Runnable> afterwards) {
        var collection = engine.collection(request.collectionId());
        var user = engine.user(collection, request.userId());
        if (user.faces() >= MOST_FACES) {
            throw RekognitionErrors.userFull();
        }
        var taken = new ArrayList<FaceRow>();
        var refused = new ArrayList<UnsuccessfulFaceAssociation>();
        var guard = new Guard(engine, collection, user, request.userMatchThreshold());
        var ids = FaceHandler.ids(request.faceIds());
        var rows = engine.store().faces().byIds(collection.number(), ids);
        for (var id : ids) {
            var row = Optional.ofNullable(rows.get(id))
                    .filter(face -> !engine.isPending(
                            face.visibleAt(), engine.settings().visibility()));
            if (row.flatMap(FaceRow::associatedUser)
                    .filter(associatedUser -> associatedUser.number() == user.number())
                    .isPresent()) {
                continue;
            }
            refusal(id, row, guard, user.faces() + taken.size())
                    .ifPresentOrElse(refused::add, () -> taken.add(row.orElseThrow()));
        }
        return answer(collection, user, taken, refused, afterwards);
    }

    private AssociateFacesResponse answer(
            CollectionRow collection,
            UserRow user,
            List<FaceRow> taken,
            List<UnsuccessfulFaceAssociation> refused,
            Consumer<Runnable> afterwards) {
        var numbers = taken.stream().map(FaceRow::number).toList();
        var status =
                userUpdater.apply(collection, user, numbers, user.number(), user.faces() + taken.size(), afterwards);
        return AssociateFacesResponse.builder()
                .associatedFaces(taken.stream()
                        .map(face -> AssociatedFace.builder()
                                .faceId(face.id().toString())
                                .build())
                        .toList())
                .unsuccessfulFaceAssociations(refused)
                .userStatus(status)
                .build();
    }

    private static Optional<UnsuccessfulFaceAssociation> refusal(
            UUID id, Optional<FaceRow> row, Guard guard, int faces) {
        var refusal = UnsuccessfulFaceAssociation.builder().faceId(id.toString());
        if (row.isEmpty()) {
            return Optional.of(refusal.reasons(UnsuccessfulFaceAssociationReason.FACE_NOT_FOUND)
                    .build());
        }
        var otherUser = row.get().associatedUser();
        if (otherUser.isPresent()) {
            return Optional.of(refusal.userId(otherUser.get().userId())
                    .reasons(UnsuccessfulFaceAssociationReason.ASSOCIATED_TO_A_DIFFERENT_USER)
                    .build());
        }
        var tooLow = guard.tooLow(row.get());
        if (tooLow.isPresent()) {
            return Optional.of(refusal.confidence(tooLow.get())
                    .reasons(UnsuccessfulFaceAssociationReason.LOW_MATCH_CONFIDENCE)
                    .build());
        }
        // The service has no reason for a face beyond the limit, so the list of reasons is empty.
        return faces < MOST_FACES
                ? Optional.empty()
                : Optional.of(refusal.reasons(List.<UnsuccessfulFaceAssociationReason>of())
                        .build());
    }

    /// The similarity threshold for a new face of a user; not applied while the user has no face. If user and face
    /// have no vectors of the same model, nothing can be compared, and the face does not match.
    private static final class Guard {

        private final Engine engine;
        private final CollectionRow collection;
        private final boolean open;
        private final Optional<FaceVector> vector;
        private final float threshold;

        Guard(Engine engine, CollectionRow collection, UserRow user, @Nullable Float threshold) {
            this.engine = engine;
            this.collection = collection;
            this.open = user.faces() == 0;
            this.threshold = threshold == null ? USUAL_THRESHOLD : threshold;
            this.vector =
                    engine.store().users().vector(user.number(), engine.model()).map(FaceVector::new);
        }

        /// The similarity, if it is below the threshold.
        Optional<Float> tooLow(FaceRow face) {
            return open ? Optional.empty() : Optional.of(similarity(face)).filter(value -> value < threshold);
        }

        private float similarity(FaceRow face) {
            return vector.flatMap(userVector -> engine.store()
                            .faces()
                            .vector(face.number(), engine.model())
                            .map(other -> engine.vectorCache()
                                    .cohort(collection)
                                    .similarity(userVector, new FaceVector(other))))
                    .orElse(0f);
        }
    }
}
