package io.vestibule.cloud;

import static io.vestibule.cloud.Operation.SEARCH_FACES;
import static io.vestibule.cloud.Operation.SEARCH_USERS;

import io.vestibule.cloud.FaceCollection.FaceMatch;
import io.vestibule.cloud.FaceCollection.StoredFace;
import io.vestibule.cloud.FaceCollection.UserMatch;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/// Two searches for each face: SearchUsers for the other people, as a search by photo does, and SearchFaces for the
/// rest of the same person, because the service cannot compare a face with its user without that face.
final class RekognitionGallery implements GalleryScores {

    private static final int CALLS = 2;
    private static final int MOST_USERS = 500;

    /// A person has at most 100 faces; the others of the answer are strangers.
    private static final int MOST_FACES = 4_096;

    private static final String INVALID = "InvalidParameterException";
    private static final String NOT_VISIBLE = "faceId was not found in the collection";

    private final RekognitionClient client;
    private final CallExecutor executor;

    RekognitionGallery(RekognitionClient client, CallExecutor executor) {
        this.client = client;
        this.executor = executor.forJobs();
    }

    @Override
    public int chargedCallsAFace() {
        return CALLS;
    }

    @Override
    public void read(String collectionId, float least, Consumer<FaceScores> faces) {
        var lists = new FaceLists(client, executor);
        var sizes = new HashMap<String, Integer>();
        lists.readFaces(
                collectionId,
                page -> page.stream()
                        .flatMap(face -> face.userId().stream())
                        .forEach(user -> sizes.merge(user, 1, Integer::sum)));
        lists.readFaces(
                collectionId,
                page -> page.forEach(face -> face.userId()
                        .flatMap(user -> scores(collectionId, face, user, least, sizes.getOrDefault(user, 1)))
                        .ifPresent(faces)));
    }

    private Optional<FaceScores> scores(String collectionId, StoredFace face, String user, float least, int size) {
        var others = users(collectionId, face.faceId(), least);
        return others.flatMap(found -> own(collectionId, face, user, size)
                .map(own -> new FaceScores(
                        user,
                        own.stream().findFirst(),
                        found.stream()
                                .filter(match -> !match.userId().equals(user))
                                .map(match -> new Alike(match.userId(), match.similarity()))
                                .toList())));
    }

    /// Empty if the face was deleted meanwhile; a list without a number if the person has no other face. One that is
    /// not even among the most similar ones counts as 0.
    private Optional<List<Float>> own(String collectionId, StoredFace face, String user, int size) {
        if (size == 1) {
            return Optional.of(List.of());
        }
        return faces(collectionId, face.faceId())
                .map(matches -> List.of(matches.stream()
                        .filter(match -> match.userId().equals(Optional.of(user)))
                        .map(FaceMatch::similarity)
                        .max(Comparator.naturalOrder())
                        .orElse(0f)));
    }

    private Optional<List<UserMatch>> users(String collectionId, String faceId, float least) {
        return orGone(
                SEARCH_USERS,
                () -> client
                        .searchUsers(r -> r.collectionId(collectionId)
                                .faceId(faceId)
                                .userMatchThreshold(least)
                                .maxUsers(MOST_USERS))
                        .userMatches()
                        .stream()
                        .map(RekognitionResponseMapper::match)
                        .toList());
    }

    private Optional<List<FaceMatch>> faces(String collectionId, String faceId) {
        return orGone(
                SEARCH_FACES,
                () -> client
                        .searchFaces(r -> r.collectionId(collectionId)
                                .faceId(faceId)
                                .faceMatchThreshold(0f)
                                .maxFaces(MOST_FACES))
                        .faceMatches()
                        .stream()
                        .map(RekognitionResponseMapper::match)
                        .toList());
    }

    /// Empty if the face was deleted meanwhile.
    private <T> Optional<T> orGone(Operation operation, Supplier<T> call) {
        try {
            return Optional.of(executor.executeRaw(operation, call));
        } catch (RuntimeException e) {
            if (SdkFailureMapper.hasCodeAndMessage(e, INVALID, NOT_VISIBLE)) {
                return Optional.empty();
            }
            throw CallExecutor.toException(operation, e);
        }
    }
}
