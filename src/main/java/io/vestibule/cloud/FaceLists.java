package io.vestibule.cloud;

import static io.vestibule.cloud.Operation.LIST_FACES;
import static io.vestibule.cloud.Operation.LIST_USERS;

import io.vestibule.cloud.FaceCollection.StoredFace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.ListFacesRequest;

/// The lists of faces and users of a collection, read in the largest pages that the service allows: it allows only a
/// few
/// calls a second.
record FaceLists(RekognitionClient client, CallExecutor executor) {

    private static final int FACES_A_PAGE = 4_096;
    private static final int USERS_A_PAGE = 500;

    void readFaces(String collectionId, Consumer<List<StoredFace>> pages) {
        Paginator.readEach(
                LIST_FACES, token -> page(r -> r.collectionId(collectionId).nextToken(token)), pages);
    }

    List<StoredFace> facesOf(String collectionId, Optional<String> userId) {
        return Paginator.readAll(
                LIST_FACES,
                token -> page(r ->
                        r.collectionId(collectionId).userId(userId.orElse(null)).nextToken(token)));
    }

    List<StoredFace> findFaces(String collectionId, List<String> faceIds) {
        List<StoredFace> found = new ArrayList<>();
        for (int from = 0; from < faceIds.size(); from += FACES_A_PAGE) {
            List<String> some = faceIds.subList(from, Math.min(faceIds.size(), from + FACES_A_PAGE));
            found.addAll(page(r -> r.collectionId(collectionId).faceIds(some)).items());
        }
        return found;
    }

    void readUsers(String collectionId, Consumer<Map<String, String>> pages) {
        Paginator.readEach(
                LIST_USERS,
                token -> {
                    var page = executor.execute(
                            LIST_USERS,
                            () -> client.listUsers(r -> r.collectionId(collectionId)
                                    .maxResults(USERS_A_PAGE)
                                    .nextToken(token)));
                    return new Paginator.Page<>(page.users(), page.nextToken());
                },
                users -> {
                    Map<String, String> statuses = new LinkedHashMap<>();
                    users.forEach(user ->
                            statuses.put(user.userId(), RekognitionResponseMapper.text(user.userStatusAsString())));
                    pages.accept(statuses);
                });
    }

    private Paginator.Page<StoredFace> page(Consumer<ListFacesRequest.Builder> request) {
        var page =
                executor.execute(LIST_FACES, () -> client.listFaces(r -> request.accept(r.maxResults(FACES_A_PAGE))));
        return new Paginator.Page<>(
                page.faces().stream().map(RekognitionResponseMapper::stored).toList(), page.nextToken());
    }
}
