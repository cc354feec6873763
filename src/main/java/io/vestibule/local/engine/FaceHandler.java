package io.vestibule.local.engine;

import io.vestibule.local.engine.protocol.ResultPage;
import io.vestibule.local.engine.store.FaceRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.model.DeleteFacesRequest;
import software.amazon.awssdk.services.rekognition.model.DeleteFacesResponse;
import software.amazon.awssdk.services.rekognition.model.ListFacesRequest;
import software.amazon.awssdk.services.rekognition.model.ListFacesResponse;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceDeletion;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceDeletionReason;

/// ListFaces and DeleteFaces.
final class FaceHandler {

    private final Engine engine;

    FaceHandler(Engine engine) {
        this.engine = engine;
    }

    /// Two filters are combined with AND; unknown face ids are not listed, an unknown user is an error
    /// (undocumented).
    ListFacesResponse list(ListFacesRequest request) {
        var collection = engine.collection(request.collectionId());
        var user = Optional.ofNullable(request.userId())
                .map(id -> engine.user(collection, id).number());
        var ids = ids(request.faceIds());
        var scope = "ListFaces " + collection.number() + " " + request.userId() + " " + new TreeSet<>(ids);
        var resultPage = ResultPage.of(
                request.maxResults(),
                engine.pages().position(request.nextToken(), scope),
                (after, most) -> engine.store().faces().page(collection.number(), after, most, user, ids));
        return ListFacesResponse.builder()
                .faces(resultPage.rows().stream().map(FaceMapper::stored).toList())
                .nextToken(resultPage
                        .last(FaceRow::number)
                        .map(last -> engine.pages().token(last, scope))
                        .orElse(null))
                .faceModelVersion(engine.modelVersion())
                .build();
    }

    DeleteFacesResponse delete(DeleteFacesRequest request) {
        return engine.store().inTransaction(afterwards -> {
            var collection = engine.collection(request.collectionId());
            var ids = ids(request.faceIds());
            var rows = engine.store().faces().byIds(collection.number(), ids);
            var deleted = new ArrayList<String>();
            var kept = new ArrayList<UnsuccessfulFaceDeletion>();
            for (var id : ids) {
                var row = rows.get(id);
                if (row == null) {
                    kept.add(kept(id, null, UnsuccessfulFaceDeletionReason.FACE_NOT_FOUND));
                } else if (row.associatedUser().isPresent()) {
                    var userId = row.associatedUser().get().userId();
                    kept.add(kept(id, userId, UnsuccessfulFaceDeletionReason.ASSOCIATED_TO_AN_EXISTING_USER));
                } else {
                    engine.store().faces().delete(row.number());
                    deleted.add(id.toString());
                    afterwards.accept(() -> engine.vectorCache().removeFace(collection, row.number()));
                }
            }
            return DeleteFacesResponse.builder()
                    .deletedFaces(deleted)
                    .unsuccessfulFaceDeletions(kept)
                    .build();
        });
    }

    /// The ids without duplicates, in the order given.
    static Set<UUID> ids(Collection<String> ids) {
        var distinct = new LinkedHashSet<UUID>();
        ids.forEach(id -> distinct.add(UUID.fromString(id)));
        return distinct;
    }

    private static UnsuccessfulFaceDeletion kept(
            UUID id, @Nullable String userId, UnsuccessfulFaceDeletionReason reason) {
        return UnsuccessfulFaceDeletion.builder()
                .faceId(id.toString())
                .userId(userId)
                .reasons(List.of(reason))
                .build();
    }
}
