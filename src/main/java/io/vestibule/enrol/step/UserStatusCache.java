package io.vestibule.enrol.step;

import io.vestibule.cloud.FaceCollection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Asks for the status of users once for all who wait: listing counts against five calls a second of the account.
final class UserStatusCache {

    /// Up to so many users are listed; in larger collections each is searched for by one of its faces.
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
            // A list that was begun after the question answers it; an older one may not know what just happened.
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
