package io.vestibule.doctor;

import io.vestibule.base.CompanyId;
import io.vestibule.base.Problem;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// One comparison that came to its end.
///
/// @param faces that the collection has
/// @param users that the collection has
/// @param files that the bucket has
/// @param photos of the records
/// @param unread the sides that could not be read whole, and why; nothing is concluded about them
public record CollectionCheckRun(
        UUID id,
        CompanyId company,
        UUID collection,
        Instant ended,
        long faces,
        long users,
        long files,
        long photos,
        Map<Side, Problem> unread) {

    public CollectionCheckRun {
        unread = Map.copyOf(unread);
    }
}
