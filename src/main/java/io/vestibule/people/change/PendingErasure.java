package io.vestibule.people.change;

import io.vestibule.base.PhotoId;
import io.vestibule.people.CollectionRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What one collection still knows of somebody, or of some of their photos, whom our records do not know any more.
///
/// @param user id of the user there
/// @param includesUser whether the user has to go too, and not only the photos
public record PendingErasure(
        UUID id, CollectionRef collection, String user, boolean includesUser, List<PendingPhoto> photos) {

    /// @param face in the collection; empty where the answer was lost or never came: such a face is there under the
    ///     photo's id, or not at all
    public record PendingPhoto(PhotoId photo, Optional<String> face) {}

    public PendingErasure {
        photos = List.copyOf(photos);
    }
}
