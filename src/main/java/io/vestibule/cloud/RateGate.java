package io.vestibule.cloud;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// Holds calls back so that no second holds more of one operation than the service takes.
///
/// Each call reserves the earliest moment that is free, in the order of asking, and waits for it outside any lock. A
/// moment is free a second after the call that was `rate` calls earlier: unlike a bucket of `rate` tokens, which lets
/// nearly twice that through in its first second, a burst up to the quota passes at once and never more.
public final class RateGate {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /// For a service on this machine, which takes whatever it gets.
    public static final RateGate OPEN = new RateGate(Map.of(), Ticker.SYSTEM);

    private final Map<Operation, Window> windows;
    private final Ticker ticker;

    private RateGate(Map<Operation, Window> windows, Ticker ticker) {
        this.windows = windows;
        this.ticker = ticker;
    }

    /// A gate with the quotas of a region, for example `eu-central-1`.
    public static RateGate of(String region, Ticker ticker) {
        Map<Operation, Window> windows = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            windows.put(operation, new Window(operation.rate(region), ticker.nanos()));
        }
        return new RateGate(windows, ticker);
    }

    /// Returns when the call may be made.
    ///
    /// @throws InterruptedException if the thread was interrupted while waiting; its place stays taken
    void enter(Operation operation) throws InterruptedException {
        Window window = windows.get(operation);
        if (window != null) {
            long wait = window.reserve(ticker.nanos());
            if (wait > 0) {
                ticker.pause(Duration.ofNanos(wait));
            }
        }
    }

    /// The moments of the latest calls of one operation, as a ring.
    private static final class Window {
        private final ReentrantLock lock = new ReentrantLock(true);
        private final long[] moments;
        private int oldest;

        Window(int rate, long now) {
            moments = new long[rate];
            Arrays.fill(moments, now - SECOND);
        }

        /// @return nanoseconds from now to the moment that was reserved, 0 or less where it is now
        long reserve(long now) {
            lock.lock();
            try {
                long wait = Math.max(0, moments[oldest] + SECOND - now);
                moments[oldest] = now + wait;
                oldest = (oldest + 1) % moments.length;
                return wait;
            } finally {
                lock.unlock();
            }
        }
    }
}
