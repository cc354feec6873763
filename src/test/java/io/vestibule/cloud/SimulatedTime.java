package io.vestibule.cloud;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Time that advances only when it is waited for.
final class SimulatedTime implements Ticker {

    private final List<Duration> pauses = new ArrayList<>();
    private long now = Long.MAX_VALUE - 1_000; // System.nanoTime may be near its end

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized void pause(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pauses.add(time);
        now += time.toNanos();
    }

    List<Duration> pauses() {
        return pauses;
    }
}
