package io.vestibule.people;

import io.vestibule.base.PhotoId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// State of a photo in one collection.
///
/// @param faceId id assigned by the service; empty before the photo is indexed
/// @param reasons why it is REFUSED or NOT_ASSOCIATED, in the service's spelling, or `USER_FULL`; for ASSOCIATED,
/// `ALREADY_THERE` if the face was associated with this person before
/// @param confidence 0..100 on the scale of the collection's engine; with `LOW_MATCH_CONFIDENCE`
/// @param holder id of the user that has the face instead of the photo's person: refused with
/// `ASSOCIATED_TO_A_DIFFERENT_USER`, or INDEXED and being moved to another person
public record IndexedFace(
        PhotoId photo,
        UUID collection,
        FaceState state,
        Optional<String> faceId,
        Optional<String> imageId,
        List<String> reasons,
        Optional<Float> confidence,
        Optional<String> holder,
        Optional<String> modelVersion) {

    public IndexedFace {
        reasons = List.copyOf(reasons);
    }

    public static IndexedFace captured(PhotoId photo, UUID collection) {
        return new IndexedFace(
                photo,
                collection,
                FaceState.CAPTURED,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public IndexedFace withState(FaceState next) {
        return new IndexedFace(
                photo, collection, next, faceId, imageId, List.of(), Optional.empty(), Optional.empty(), modelVersion);
    }

    public IndexedFace indexed(String face, String image, String model) {
        return new IndexedFace(
                photo,
                collection,
                FaceState.INDEXED,
                Optional.of(face),
                Optional.of(image),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(model));
    }

    public IndexedFace refused(List<String> why) {
        return new IndexedFace(
                photo,
                collection,
                FaceState.REFUSED,
                Optional.empty(),
                Optional.empty(),
                why,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Indexed in the collection, with a user who is not the photo's person, or with no user.
    public IndexedFace withHolder(Optional<String> otherUser) {
        return new IndexedFace(
                photo,
                collection,
                FaceState.INDEXED,
                faceId,
                imageId,
                List.of(),
                Optional.empty(),
                otherUser,
                modelVersion);
    }

    /// Associated, with remarks on how that came about.
    public IndexedFace associated(List<String> remarks) {
        return new IndexedFace(
                photo,
                collection,
                FaceState.ASSOCIATED,
                faceId,
                imageId,
                remarks,
                Optional.empty(),
                Optional.empty(),
                modelVersion);
    }

    public IndexedFace notAssociated(List<String> why, Optional<Float> matched, Optional<String> otherUser) {
        return new IndexedFace(
                photo, collection, FaceState.NOT_ASSOCIATED, faceId, imageId, why, matched, otherUser, modelVersion);
    }
}
