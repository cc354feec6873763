package io.vestibule.app.wiring;

import io.vestibule.clock.ClockGuard;
import io.vestibule.clock.TimeSource;
import java.time.Duration;
import java.util.List;

/// Compares the clocks while the program runs, and asks servers while the system clock is not trusted.
final class ClockMonitor implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(30);

    /// How many comparisons pass between two questions to servers.
    private static final int ASK_EVERY = 10;

    private final ClockGuard guard;
    private final List<TimeSource> servers;
    private final PeriodicTask task = new PeriodicTask("clock", this::run, EVERY);
    private int untrusted;

    ClockMonitor(ClockGuard guard, List<TimeSource> servers) {
        this.guard = guard;
        this.servers = List.copyOf(servers);
    }

    /// Runs on a thread of its own, since a server may not answer.
    void start() {
        task.startInBackground();
    }

    private void run() {
        guard.check();
        if (guard.state().trusted()) {
            untrusted = 0;
        } else if (untrusted++ % ASK_EVERY == 0) {
            guard.ask(servers);
        }
    }

    @Override
    public void close() {
        task.close();
    }
}
