package io.vestibule.cloud;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A service that keeps face collections: Amazon Rekognition, or the embedded engine that speaks the same language.
///
/// Every call blocks, may take seconds, and throws [CloudException] and nothing else. Partial success is a value:
/// each answer accounts for every id of its request. Similarities and confidences are 0..100.
public interface FaceCollection {

    /// Name of the engine and its model, which goes beside every stored score.
    String engine();

    /// Makes the collection; a collection of that id that exists already is success.
    CollectionInfo createIfAbsent(String collectionId);

    Optional<CollectionInfo> describe(String collectionId);

    /// Finds the faces in the picture, keeps at most `maxFaces`, and names each kept face after the photo.
    /// Sending the same photo under the same `externalImageId` again adds nothing and gives the same face ids.
    IndexAnswer index(
            String collectionId, ImageSource image, String externalImageId, int maxFaces, QualityFilter filter);

    /// A user of that id that exists already is success.
    void createUser(String collectionId, String userId, String token);

    /// @param threshold 0..100, how well a face must match a user who already has faces
    /// @param token the same while no answer was read, a new one for each answered attempt that is tried again
    AssociateAnswer associate(String collectionId, String userId, List<String> faceIds, float threshold, String token);

    DisassociateAnswer disassociate(String collectionId, String userId, List<String> faceIds, String token);

    DeleteFacesAnswer deleteFaces(String collectionId, List<String> faceIds);

    /// A user that is gone already is success. The faces of the user stay.
    void deleteUser(String collectionId, String userId, String token);

    /// Status of every user of the collection by user id, as the service spells it. Meant for collections of up to
    /// 2,000 users; beyond that ask [#statusOf].
    Map<String, String> userStatuses(String collectionId);

    /// Status of one user, seen by searching with one of its faces; empty while the search does not find the user.
    Optional<String> statusOf(String collectionId, String userId, String faceId);

    /// Users that look like the largest face of the picture, best first. Empty if there is no face.
    List<UserMatch> searchUsers(String collectionId, ImageSource image, float threshold, int max);

    /// Faces that look like the largest face of the picture, best first. Empty if there is no face.
    List<FaceMatch> searchFaces(String collectionId, ImageSource image, float threshold, int max);

    /// Faces of the collection; those of one user where `userId` is given.
    List<StoredFace> listFaces(String collectionId, Optional<String> userId);

    record CollectionInfo(String collectionId, long faces, long users, String modelVersion) {}

    record StoredFace(String faceId, String imageId, String externalImageId, Optional<String> userId) {}

    record IndexedFaceRecord(
            String faceId, String imageId, String externalImageId, float confidence, String modelVersion) {}

    /// A face that was seen and not kept; `reasons` as the service spells them, for example `LOW_SHARPNESS`.
    record UnindexedFace(List<String> reasons) {}

    record IndexAnswer(List<IndexedFaceRecord> indexed, List<UnindexedFace> unindexed) {}

    /// A face that could not be associated.
    ///
    /// @param confidence 0..100, how well it matched; only with `LOW_MATCH_CONFIDENCE`
    /// @param otherUserId user that has the face; only where another user has it
    /// @param reasons as the service spells them; may be empty when the user is full
    record Unassociated(
            String faceId, Optional<Float> confidence, Optional<String> otherUserId, List<String> reasons) {}

    /// Counts add up: `associated` + `already` + `refused` = faces asked for.
    ///
    /// @param already in neither list of the service's answer: they belong to this user already
    record AssociateAnswer(
            List<String> associated, List<String> already, List<Unassociated> refused, String userStatus) {}

    record DisassociateAnswer(
            List<String> disassociated, List<String> already, List<Unassociated> refused, String userStatus) {}

    record DeleteFacesAnswer(List<String> deleted, List<Unassociated> refused) {}

    record UserMatch(String userId, String userStatus, float similarity) {}

    record FaceMatch(String faceId, Optional<String> userId, String externalImageId, float similarity) {}
}
