package io.vestibule.local.engine.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A stored face without its vector.
///
/// @param number internal key, in order of indexing
/// @param confidence 0..100, probability that it is a face
/// @param model number of the model that computed its vector
/// @param visibleAt time from which searches and associations find it
/// @param associatedUser the user whom the face is associated with
public record FaceRow(
        long number,
        UUID id,
        Source source,
        Box box,
        float confidence,
        int model,
        Instant visibleAt,
        Optional<AssociatedUser> associatedUser) {

    /// The origin of a face: the picture's id and the external image id of the caller.
    public record Source(UUID imageId, Optional<String> externalImageId) {}

    /// Bounding box in fractions of the picture's width and height.
    public record Box(float left, float top, float width, float height) {

        /// Intersection over union: 1 for the same box, 0 for boxes that do not overlap.
        public float overlap(Box other) {
            float across = Math.min(left + width, other.left + other.width) - Math.max(left, other.left);
            float down = Math.min(top + height, other.top + other.height) - Math.max(top, other.top);
            if (across <= 0 || down <= 0) {
                return 0;
            }
            float common = across * down;
            return common / (width * height + other.width * other.height - common);
        }
    }

    /// @param number internal key of the user
    public record AssociatedUser(long number, String userId) {}
}
