package io.vestibule.people.change;

import io.vestibule.base.PhotoId;
import io.vestibule.people.CollectionRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Remaining data in one collection of a person, or of some of their photos, whose records are deleted.
///
/// @param user id of the user in that collection
/// @param includesUser whether the user has to be deleted too, and not only the photos
public record PendingErasure(
        UUID id, CollectionRef collection, String user, boolean includesUser, List<PendingPhoto> photos) {

    /// @param face face id in the collection; empty if no answer arrived: then the face is stored under the photo's
    ///     id, or not at all
    public record PendingPhoto(PhotoId photo, Optional<String> face) {}

    public PendingErasure {
        photos = List.copyOf(photos);
    }
}
