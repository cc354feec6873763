package io.vestibule.enrol.step;

import io.vestibule.cloud.FaceCollection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/// Caches the status of users, so that one listing serves all waiting steps: listing counts against five calls a
/// second of the account.
final class UserStatusCache {

    /// Collections of up to this many users are listed; in larger ones each user is searched for by one of its faces.
    private static final int LISTED = 2_000;

    /// @param begun number of the listing in the order of requests and listings
    private record CachedStatuses(long begun, Map<String, String> statuses) {}

    private final FaceCollection faces;
    /// Numbers requests and listings: a clock may show the same moment for a listing and a later request.
    private final AtomicLong sequence = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, CachedStatuses> listings = new HashMap<>();

    UserStatusCache(FaceCollection faces) {
        this.faces = faces;
    }

    Optional<String> getOrFetch(String collectionId, String userId, String faceId) {
        var asked = sequence.incrementAndGet();
        lock.lock();
        try {
            var known = listings.get(collectionId);
            if (known != null && known.statuses().size() > LISTED) {
                return faces.statusOf(collectionId, userId, faceId);
            }
            // A listing that began after the request is fresh enough; an older one may lack the latest change.
            if (known == null || known.begun() < asked) {
                known = new CachedStatuses(sequence.incrementAndGet(), faces.userStatuses(collectionId));
                listings.put(collectionId, known);
            }
            return Optional.ofNullable(known.statuses().get(userId));
        } finally {
            lock.unlock();
        }
    }
}
