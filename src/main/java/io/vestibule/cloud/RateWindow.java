package io.vestibule.cloud;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/// The moments of the latest calls of one operation, as a ring.
///
/// A moment is free one span after the call that was `rate` calls earlier: unlike a bucket of `rate` tokens, which lets
/// nearly twice that through in its first second, a burst up to the quota passes at once and never more.
final class RateWindow {

    /// A second and a little: calls do not arrive as evenly as they leave. Costs 2 % of the quota.
    private static final long SPAN = Duration.ofMillis(1_020).toNanos();

    /// By how much longer a span becomes with each refusal, and at most.
    private static final double SLOWER = 1.5;

    private static final double SLOWEST = 16;

    /// Nanoseconds in which half of that is forgotten.
    private static final double HALF_LIFE = Duration.ofSeconds(5).toNanos();

    private final ReentrantLock lock = new ReentrantLock(true);
    private final ReentrantLock jobs = new ReentrantLock(true);
    private final long[] moments;
    private int oldest;
    private double excess;
    private long slowedAt;

    RateWindow(int rate, long now) {
        moments = new long[rate];
        Arrays.fill(moments, now - SPAN);
        slowedAt = now - SPAN;
    }

    /// Held by the one job that may wait for a moment here.
    ReentrantLock jobs() {
        return jobs;
    }

    /// @return nanoseconds from now to the moment that was reserved, 0 or less where it is now
    long reserve(long now) {
        lock.lock();
        try {
            long span = (long) (SPAN * (1 + excess(now)));
            long wait = Math.max(0, moments[oldest] + span - now);
            moments[oldest] = now + wait;
            oldest = (oldest + 1) % moments.length;
            return wait;
        } finally {
            lock.unlock();
        }
    }

    /// Calls that were under way together are refused together: they count once.
    void slowDown(long now) {
        lock.lock();
        try {
            if (now - slowedAt >= SPAN) {
                excess = Math.min(SLOWEST, (1 + excess(now)) * SLOWER) - 1;
                slowedAt = now;
            }
        } finally {
            lock.unlock();
        }
    }

    private double excess(long now) {
        return excess * Math.pow(0.5, (now - slowedAt) / HALF_LIFE);
    }
}
