package io.vestibule.cloud;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// Holds calls back so that no second holds more of one operation than the account may make, and fewer for a while
/// after the service said that it was too many.
///
/// Callers are of two kinds. Somebody waits at the desk: those reserve the next free moment at once, in the order of
/// asking. Or it is a job of many calls: of all jobs one call at a time may reserve, so that whoever comes to the desk
/// waits for one call of a job at most, and jobs still take what the desk leaves, and their turn among those who wait.
public final class RateLimiter {

    /// For a service on this machine, which takes whatever it gets.
    public static final RateLimiter UNLIMITED = new RateLimiter(Map.of(), Ticker.SYSTEM, false);

    /// Told when a call that was let through was answered or failed.
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

    /// A gate with the default quotas of a region, for example `eu-central-1`.
    public static RateLimiter of(String region, Ticker ticker) {
        return of(Quotas.of(region), ticker);
    }

    /// A gate for somebody at the desk.
    public static RateLimiter of(Quotas quotas, Ticker ticker) {
        Map<Operation, RateWindow> windows = new EnumMap<>(Operation.class);
        quotas.rates().forEach((operation, rate) -> windows.put(operation, new RateWindow(rate, ticker.nanos())));
        return new RateLimiter(windows, ticker, false);
    }

    /// The same gate for a job of many calls.
    public RateLimiter forJobs() {
        return new RateLimiter(windows, ticker, true);
    }

    /// Returns when the call may be made.
    ///
    /// @throws InterruptedException if the thread was interrupted while waiting; its place stays taken
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

    /// Hears that the service refused a call that passed here, for there were too many.
    ///
    /// @return whether it helps to come here again: not where nothing is held back
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
