package io.vestibule.enrol.step;

import io.vestibule.cloud.FaceCollection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Caches the status of users, so that one listing serves all waiting steps: listing counts against five calls a
/// second of the account.
final class UserStatusCache {

    /// Collections of up to this many users are listed; in larger ones each user is searched for by one of its faces.
    private static final int LISTED = 2_000;

    private record CachedStatuses(Instant at, Map<String, String> statuses) {}

    private final FaceCollection faces;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, CachedStatuses> listings = new HashMap<>();

    UserStatusCache(FaceCollection faces, InstantSource clock) {
        this.faces = faces;
        this.clock = clock;
    }

    Optional<String> getOrFetch(String collectionId, String userId, String faceId) {
        var asked = clock.instant();
        lock.lock();
        try {
            var known = listings.get(collectionId);
            if (known != null && known.statuses().size() > LISTED) {
                return faces.statusOf(collectionId, userId, faceId);
            }
            // A listing that began after the request is fresh enough; an older one may lack the latest change.
            if (known == null || known.at().isBefore(asked)) {
                known = new CachedStatuses(clock.instant(), faces.userStatuses(collectionId));
                listings.put(collectionId, known);
            }
            return Optional.ofNullable(known.statuses().get(userId));
        } finally {
            lock.unlock();
        }
    }
}
