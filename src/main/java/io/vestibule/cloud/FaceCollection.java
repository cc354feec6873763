package io.vestibule.cloud;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Port: a service with face collections: Amazon Rekognition, or the embedded engine with the same interface.
///
/// Every call blocks, may take seconds, and throws [CloudException] and nothing else. A partial success is a value:
/// each answer accounts for every id of its request. Similarities and confidences are 0..100.
public interface FaceCollection {

    /// Name of the engine and its model, which is stored with every collection.
    String engine();

    /// Name of the scale of its similarities, stored with each. Similarities of two scales are never compared.
    String scoreScale();

    /// Creates the collection; it is a success if a collection with that id exists already.
    CollectionInfo createIfAbsent(String collectionId);

    Optional<CollectionInfo> describe(String collectionId);

    /// Detects the faces in the picture, stores at most `maxFaces` of them with the photo's id. Idempotent: sending
    /// the same photo with the same `externalImageId` again adds nothing and returns the same face ids.
    IndexAnswer index(
            String collectionId, ImageSource image, String externalImageId, int maxFaces, QualityFilter filter);

    /// It is a success if a user with that id exists already.
    void createUser(String collectionId, String userId, String token);

    /// @param threshold 0..100, minimum similarity of a face to a user who already has faces
    /// @param token idempotency token: the same until an answer was received, a new one for a retry after an answer
    AssociateAnswer associate(String collectionId, String userId, List<String> faceIds, float threshold, String token);

    DisassociateAnswer disassociate(String collectionId, String userId, List<String> faceIds, String token);

    DeleteFacesAnswer deleteFaces(String collectionId, List<String> faceIds);

    /// It is a success if the user does not exist any more. The faces of the user stay.
    void deleteUser(String collectionId, String userId, String token);

    /// Status of every user of the collection by user id, in the service's spelling: one call per 500 users. To follow
    /// one user, use [#statusOf].
    Map<String, String> userStatuses(String collectionId);

    /// Status of one user, from a search with one of its faces; empty while the search does not find the user.
    Optional<String> statusOf(String collectionId, String userId, String faceId);

    /// Users similar to the largest face of the picture, best first. Empty if there is no face.
    List<UserMatch> searchUsers(String collectionId, ImageSource image, float threshold, int max);

    /// Users similar to a user, best first, without that one. Empty if the user has no faces or does not exist.
    List<UserMatch> usersLike(String collectionId, String userId, float threshold, int max);

    /// Faces similar to the largest face of the picture, best first. Empty if there is no face.
    List<FaceMatch> searchFaces(String collectionId, ImageSource image, float threshold, int max);

    /// Faces of the collection; only those of one user if `userId` is present.
    List<StoredFace> listFaces(String collectionId, Optional<String> userId);

    /// Reads all faces page by page, in the service's own order, and keeps none of them. An exception of `pages` ends
    /// the reading and is passed on.
    ///
    /// @throws CloudException if a page cannot be read; then what was read is not all of it
    void readFaces(String collectionId, Consumer<List<StoredFace>> pages);

    /// Reads the status of all users by user id, as [#readFaces].
    void readUsers(String collectionId, Consumer<Map<String, String>> pages);

    /// Those of the faces that the collection has now, in no particular order.
    List<StoredFace> findFaces(String collectionId, List<String> faceIds);

    /// Compares all faces with all users, by searches.
    GalleryScores gallery();

    record CollectionInfo(String collectionId, long faces, long users, String modelVersion) {}

    /// @param imageId the same for the same bytes
    /// @param modelVersion of the model that made the vector; empty if the service does not say
    record StoredFace(
            String faceId, String imageId, String externalImageId, Optional<String> userId, String modelVersion) {}

    record IndexedFaceRecord(
            String faceId, String imageId, String externalImageId, float confidence, String modelVersion) {}

    /// A face that was detected and not indexed; `reasons` in the service's spelling, for example `LOW_SHARPNESS`.
    record UnindexedFace(List<String> reasons) {}

    record IndexAnswer(List<IndexedFaceRecord> indexed, List<UnindexedFace> unindexed) {}

    /// A face that could not be associated.
    ///
    /// @param confidence 0..100, similarity to the user; only with `LOW_MATCH_CONFIDENCE`
    /// @param otherUserId user with whom the face is associated; only if that is another user
    /// @param reasons in the service's spelling; may be empty if the user has the maximum number of faces
    record Unassociated(
            String faceId, Optional<Float> confidence, Optional<String> otherUserId, List<String> reasons) {}

    /// The lists add up: `associated` + `already` + `refused` = faces in the request.
    ///
    /// @param already faces in neither list of the service's answer: they are associated with this user already
    record AssociateAnswer(
            List<String> associated, List<String> already, List<Unassociated> refused, String userStatus) {}

    record DisassociateAnswer(
            List<String> disassociated, List<String> already, List<Unassociated> refused, String userStatus) {}

    record DeleteFacesAnswer(List<String> deleted, List<Unassociated> refused) {}

    record UserMatch(String userId, String userStatus, float similarity) {}

    record FaceMatch(String faceId, Optional<String> userId, String externalImageId, float similarity) {}
}
