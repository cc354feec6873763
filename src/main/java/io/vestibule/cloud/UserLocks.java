package io.vestibule.cloud;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Serialises the changes of a user: the service answers a concurrent change with a conflict. All users share a fixed
/// number of locks, so that memory does not grow with their number.
final class UserLocks {

    private static final int LOCKS = 256;

    private final ReentrantLock[] locks =
            IntStream.range(0, LOCKS).mapToObj(_ -> new ReentrantLock(true)).toArray(ReentrantLock[]::new);

    /// @throws CloudException `cloud.offline` if the thread was interrupted while waiting; nothing was done
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
