package io.vestibule.cloud;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The latest calls of one operation and their moments, as a ring.
///
/// A moment is free one span after the call that was `rate` calls earlier: unlike a bucket of `rate` tokens, which lets
/// nearly twice that through in its first second, a burst up to the quota passes at once and never more.
final class RateWindow {

    /// A second and a little: calls do not arrive as evenly as they leave. Costs 2 % of the quota.
    private static final long SPAN = Duration.ofMillis(1_020).toNanos();

    /// So much of that is there for a call that arrived late: only what is beyond makes the next one wait longer. The
    /// rest is for what cannot be measured, since the quickest call that was seen is not the quickest there can be.
    private static final long COVERED = Duration.ofMillis(10).toNanos();

    /// By how much longer a span becomes with each refusal, and at most.
    private static final double SLOWER = 1.5;

    private static final double SLOWEST = 16;

    private static final long NOT_UNDER_WAY = Long.MIN_VALUE;

    /// Nanoseconds in which half of that is forgotten.
    private static final double HALF_LIFE = Duration.ofSeconds(5).toNanos();

    /// Answers among which the quickest tells how long a call usually takes.
    private static final int REMEMBERED = 64;

    /// So many answers, and so long since the first, are needed before that is believed: while classes are loaded and
    /// connections made, even the quickest call is slow. Until then every call counts as late as it could be.
    private static final int BELIEVED = 32;

    private static final long WARM = Duration.ofSeconds(5).toNanos();

    private final ReentrantLock lock = new ReentrantLock(true);
    private final ReentrantLock jobs = new ReentrantLock(true);
    private final Slot[] slots;

    /// What the ticker said first. Its absolute value may overflow; everything else here counts from then.
    private final long start;

    private int oldest;
    private double excess;
    private long slowedAt;
    private final long[] times = new long[REMEMBERED];
    private int answers;
    private long firstAnswer;
    private long lastAnswer;

    /// The place of one call among the others. Guarded by the window's lock.
    static final class Slot {
        private @Nullable Slot before;
        private long moment;

        /// When the call left, while it is under way.
        private long left = NOT_UNDER_WAY;

        private Slot(@Nullable Slot before, long moment) {
            this.before = before;
            this.moment = moment;
        }
    }

    RateWindow(int rate, long now) {
        slots = new Slot[rate];
        start = now;
        Arrays.setAll(slots, _ -> new Slot(null, -SPAN));
        slowedAt = -SPAN;
    }

    /// Held by the one job that may wait for a moment here.
    ReentrantLock jobs() {
        return jobs;
    }

    Slot reserve(long ticks) {
        lock.lock();
        try {
            long now = ticks - start;
            Slot before = slots[oldest];
            Slot slot = new Slot(before, Math.max(now, before.moment + span(now)));
            slots[oldest] = slot;
            oldest = (oldest + 1) % slots.length;
            return slot;
        } finally {
            lock.unlock();
        }
    }

    /// Asked again after each wait, for the call before may have arrived late meanwhile, or may still be under way for
    /// longer than usual: then it may arrive any moment.
    ///
    /// @param until the moment to which the caller waited so far
    /// @param now what the clock says, which is later where threads had to wait for a processor
    /// @return nanoseconds for which it has to wait on; 0 where it may go
    long remainingWait(Slot slot, long until, long now) {
        lock.lock();
        try {
            Slot before = slot.before;
            if (before != null) {
                if (before.left != NOT_UNDER_WAY) {
                    arrivedBy(before, before.left, now - start);
                }
                slot.moment = Math.max(slot.moment, before.moment + SPAN);
            }
            long left = slot.moment - (until - start);
            if (left <= 0) {
                slot.before = null;
                slot.left = now - start;
                return 0;
            }
            return left;
        } finally {
            lock.unlock();
        }
    }

    /// A call that took longer than usual may have arrived that much later than it left: a connection was made, a class
    /// was loaded. The next call in its place keeps its distance from then.
    void completed(Slot slot, long left, long arrived) {
        lock.lock();
        try {
            slot.left = NOT_UNDER_WAY;
            arrivedBy(slot, left - start, arrived - start);
            times[answers % REMEMBERED] = arrived - left;
            lastAnswer = arrived - start;
            if (answers++ == 0) {
                firstAnswer = lastAnswer;
            }
        } finally {
            lock.unlock();
        }
    }

    private void arrivedBy(Slot slot, long left, long now) {
        long late = now - left - usualTime() - COVERED;
        slot.moment = Math.max(slot.moment, left + Math.max(0, late));
    }

    /// The quickest of the latest calls: what others took beyond that, they may have been late.
    private long usualTime() {
        if (answers < BELIEVED || lastAnswer - firstAnswer < WARM) {
            return 0;
        }
        long least = Long.MAX_VALUE;
        for (int i = 0; i < Math.min(answers, REMEMBERED); i++) {
            least = Math.min(least, times[i]);
        }
        return least;
    }

    private long span(long now) {
        return (long) (SPAN * (1 + excess(now)));
    }

    /// Calls that were under way together are refused together: they count once.
    void slowDown(long ticks) {
        lock.lock();
        try {
            long now = ticks - start;
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
