package io.vestibule.cloud;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// One change of a user at a time: the service answers a second one with a conflict. Users share a few locks, so that
/// a million of them need no more.
final class UserLocks {

    private static final int LOCKS = 256;

    private final ReentrantLock[] locks =
            IntStream.range(0, LOCKS).mapToObj(_ -> new ReentrantLock(true)).toArray(ReentrantLock[]::new);

    /// @throws CloudException `cloud.offline` if the thread was interrupted while it waited; nothing was done
    <T> T withLock(String collectionId, String userId, Supplier<T> change) {
        ReentrantLock lock = locks[Math.floorMod(Objects.hash(collectionId, userId), LOCKS)];
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(new CloudFailure.Offline(), e);
        }
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }
}
