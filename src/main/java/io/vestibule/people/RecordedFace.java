package io.vestibule.people;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import java.util.Optional;

/// A face of a collection as the records have it, with whom it belongs to.
///
/// @param userId id of the person's user
/// @param holder id of the user that has the face instead, as far as is known
/// @param modelVersion of the model that made the vector, as the service reported it
/// @param leaving whether the photo or the person was removed, so that the face is being erased or may come back
public record RecordedFace(
        String faceId,
        PhotoId photo,
        PersonId person,
        String userId,
        FaceState state,
        Optional<String> holder,
        Optional<String> modelVersion,
        boolean leaving) {}
