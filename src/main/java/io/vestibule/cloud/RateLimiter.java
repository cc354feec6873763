package io.vestibule.cloud;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// Rate limiter: delays calls so that no second contains more calls of one operation than the account's quota, and
/// fewer for a while after the service throttled a call.
///
/// There are two kinds of caller. Interactive callers reserve the next free slot at once, in the order of their
/// calls. Of all background jobs only one call at a time may reserve, so that an interactive caller waits for one
/// call of a job at most, while jobs still use the remaining rate and take their turn in the queue.
public final class RateLimiter {

    /// For a service on this computer, which has no quota.
    public static final RateLimiter UNLIMITED = new RateLimiter(Map.of(), Ticker.SYSTEM, false);

    /// Notified when a call that was let through has succeeded or failed.
    @FunctionalInterface
    interface Permit {
        void completed();
    }

    private final Map<Operation, RateWindow> windows;
    private final Ticker ticker;
    private final boolean job;

    private RateLimiter(Map<Operation, RateWindow> windows, Ticker ticker, boolean job) {
        this.windows = windows;
        this.ticker = ticker;
        this.job = job;
    }

    /// A rate limiter with the default quotas of a region, for example `eu-central-1`.
    public static RateLimiter of(String region, Ticker ticker) {
        return of(Quotas.of(region), ticker);
    }

    /// A rate limiter for interactive callers.
    public static RateLimiter of(Quotas quotas, Ticker ticker) {
        Map<Operation, RateWindow> windows = new EnumMap<>(Operation.class);
        quotas.rates().forEach((operation, rate) -> windows.put(operation, new RateWindow(rate, ticker.nanos())));
        return new RateLimiter(windows, ticker, false);
    }

    /// A view of this rate limiter for background jobs, with the same slots.
    public RateLimiter forJobs() {
        return new RateLimiter(windows, ticker, true);
    }

    /// Blocks until the call may be made.
    ///
    /// @throws InterruptedException if the thread was interrupted while waiting; its slot remains reserved
    Permit acquire(Operation operation) throws InterruptedException {
        RateWindow window = windows.get(operation);
        if (window == null) {
            return () -> {};
        }
        if (!job) {
            return wait(window);
        }
        window.jobs().lockInterruptibly();
        try {
            return wait(window);
        } finally {
            window.jobs().unlock();
        }
    }

    /// Reports that the service throttled a call that was let through here.
    ///
    /// @return whether a retry through this rate limiter helps; false if the operation is not limited
    boolean onThrottled(Operation operation) {
        RateWindow window = windows.get(operation);
        if (window == null) {
            return false;
        }
        window.slowDown(ticker.nanos());
        return true;
    }

    private Permit wait(RateWindow window) throws InterruptedException {
        long now = ticker.nanos();
        RateWindow.Slot slot = window.reserve(now);
        for (long left = window.remainingWait(slot, now, ticker.nanos());
                left > 0;
                left = window.remainingWait(slot, now, ticker.nanos())) {
            ticker.pause(Duration.ofNanos(left));
            now += left;
        }
        long entered = ticker.nanos();
        return () -> window.completed(slot, entered, ticker.nanos());
    }
}
