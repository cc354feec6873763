package io.vestibule.local.wire;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Limits how many authenticated requests are performed at a time, and waits for them when the server closes.
final class RequestPermits {

    private static final int AT_ONCE = 16;

    private final Semaphore permits = new Semaphore(AT_ONCE, true);

    void acquire() throws InterruptedException {
        permits.acquire();
    }

    void release() {
        permits.release();
    }

    /// Admits no further requests, and returns when none is in progress or the timeout has passed.
    void shutdown(Duration timeout) throws InterruptedException {
        var _ = permits.tryAcquire(AT_ONCE, timeout.toMillis(), TimeUnit.MILLISECONDS);
    }
}
