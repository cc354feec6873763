package io.vestibule.local.engine;

import io.vestibule.local.engine.store.FaceRow;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.model.DisassociateFacesRequest;
import software.amazon.awssdk.services.rekognition.model.DisassociateFacesResponse;
import software.amazon.awssdk.services.rekognition.model.DisassociatedFace;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceDisassociation;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceDisassociationReason;

/// DisassociateFaces. A face that is associated with no user is in neither list of the response.
final class DisassociateFacesHandler {

    private final Engine engine;
    private final IdempotentCalls idempotentCalls;
    private final UserUpdater userUpdater;

    DisassociateFacesHandler(Engine engine, IdempotentCalls idempotentCalls) {
        this.engine = engine;
        this.idempotentCalls = idempotentCalls;
        this.userUpdater = new UserUpdater(engine);
    }

    DisassociateFacesResponse disassociate(DisassociateFacesRequest request) {
        return engine.store()
                .inTransaction(afterwards -> idempotentCalls.runOnce(
                        request,
                        request.clientRequestToken(),
                        DisassociateFacesResponse::builder,
                        DisassociateFacesResponse.Builder::build,
                        () -> perform(request, afterwards)));
    }

    private DisassociateFacesResponse perform(DisassociateFacesRequest request, Consumer<Runnable> afterwards) {
        var collection = engine.collection(request.collectionId());
        var user = engine.user(collection, request.userId());
        var freed = new ArrayList<FaceRow>();
        var refused = new ArrayList<UnsuccessfulFaceDisassociation>();
        var ids = FaceHandler.ids(request.faceIds());
        var rows = engine.store().faces().byIds(collection.number(), ids);
        for (var id : ids) {
            var row = rows.get(id);
            if (row == null) {
                refused.add(refusal(id, null, UnsuccessfulFaceDisassociationReason.FACE_NOT_FOUND));
                continue;
            }
            row.associatedUser().ifPresent(associatedUser -> {
                if (associatedUser.number() == user.number()) {
                    freed.add(row);
                } else {
                    refused.add(refusal(
                            id,
                            associatedUser.userId(),
                            UnsuccessfulFaceDisassociationReason.ASSOCIATED_TO_A_DIFFERENT_USER));
                }
            });
        }
        var numbers = freed.stream().map(FaceRow::number).toList();
        var status = userUpdater.apply(collection, user, numbers, null, user.faces() - freed.size(), afterwards);
        return DisassociateFacesResponse.builder()
                .disassociatedFaces(freed.stream()
                        .map(face -> DisassociatedFace.builder()
                                .faceId(face.id().toString())
                                .build())
                        .toList())
                .unsuccessfulFaceDisassociations(refused)
                .userStatus(status)
                .build();
    }

    private static UnsuccessfulFaceDisassociation refusal(
            UUID id, @Nullable String userId, UnsuccessfulFaceDisassociationReason reason) {
        return UnsuccessfulFaceDisassociation.builder()
                .faceId(id.toString())
                .userId(userId)
                .reasons(reason)
                .build();
    }
}
