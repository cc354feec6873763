package io.vestibule.cloud;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The times of the latest calls of one operation, in a ring buffer.
///
/// A slot is free one span after the call that was `rate` calls earlier: unlike a bucket of `rate` tokens, which lets
/// nearly twice that number through in its first second, a burst up to the quota passes at once and never more.
final class RateWindow {

    /// A second and a margin: calls do not arrive as evenly as they are sent. Costs 2 % of the quota.
    private static final long SPAN = Duration.ofMillis(1_020).toNanos();

    /// The part of the margin that covers a late arrival: only a longer delay makes the next call wait longer. The
    /// rest of the margin covers what cannot be measured, since the quickest observed call is not the quickest
    /// possible one.
    private static final long COVERED = Duration.ofMillis(10).toNanos();

    /// Factor by which each throttled call lengthens the span, up to [#SLOWEST].
    private static final double SLOWER = 1.5;

    private static final double SLOWEST = 16;

    private static final long NOT_UNDER_WAY = Long.MIN_VALUE;

    /// Nanoseconds in which the lengthening decreases by half.
    private static final double HALF_LIFE = Duration.ofSeconds(5).toNanos();

    /// Number of latest answers whose minimum is the usual duration of a call.
    private static final int REMEMBERED = 64;

    /// Number of answers, and the time since the first, that are needed before the usual duration is used: while
    /// classes are loaded and connections are opened, even the quickest call is slow. Until then every call is
    /// assumed to arrive as late as possible.
    private static final int BELIEVED = 32;

    private static final long WARM = Duration.ofSeconds(5).toNanos();

    private final ReentrantLock lock = new ReentrantLock(true);
    private final ReentrantLock jobs = new ReentrantLock(true);
    private final Slot[] slots;

    /// First value of the ticker. Absolute values may overflow; all other times here are relative to it.
    private final long start;

    private int oldest;
    private double excess;
    private long slowedAt;
    private final long[] times = new long[REMEMBERED];
    private int answers;
    private long firstAnswer;
    private long lastAnswer;

    /// The slot of one call in the window. Guarded by the window's lock.
    static final class Slot {
        private @Nullable Slot before;
        private long moment;

        /// When the call was sent, while it is in progress.
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

    /// Held by the one job that may wait for a slot here.
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

    /// Called again after each wait, because the previous call may have arrived late in the meantime, or may have
    /// been in progress for longer than usual: then it may still arrive at any moment.
    ///
    /// @param until the time up to which the caller has waited
    /// @param now the current time, which is later than `until` if threads had to wait for a processor
    /// @return nanoseconds of further waiting; 0 if the call may be made
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

    /// A call that took longer than usual may have arrived that much later than it was sent, because a connection was
    /// opened or a class was loaded. The next call in its slot keeps its distance from that time.
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

    /// The shortest of the latest calls: a longer one may have arrived late by the difference.
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

    /// Throttled calls that were in progress at the same time count once.
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
