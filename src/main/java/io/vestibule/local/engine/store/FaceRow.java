package io.vestibule.local.engine.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A stored face without its vector.
///
/// @param number internal key, in order of indexing
/// @param confidence 0..100, that it is a face
/// @param model number of the model that made its vector
/// @param visibleAt from when on it is found by searches and associations
/// @param associatedUser the user who has it
public record FaceRow(
        long number,
        UUID id,
        Source source,
        Box box,
        float confidence,
        int model,
        Instant visibleAt,
        Optional<AssociatedUser> associatedUser) {

    /// Where a face comes from: the picture's id and what the caller named it.
    public record Source(UUID imageId, Optional<String> externalImageId) {}

    /// In fractions of the picture's width and height.
    public record Box(float left, float top, float width, float height) {

        /// Intersection over union: 1 for the same box, 0 for boxes apart.
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
