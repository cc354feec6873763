package io.vestibule.app.wiring;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Repeats a task while the program runs; a failure is logged and does not stop it.
final class PeriodicTask implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PeriodicTask.class);

    private final Runnable work;
    private final Duration every;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hourly").daemon().factory());

    PeriodicTask(Runnable work, Duration every) {
        this.work = work;
        this.every = every;
    }

    /// Runs the task on this thread, then repeats it on another.
    void start() {
        run();
        var _ = clock.scheduleWithFixedDelay(this::run, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            work.run();
        } catch (RuntimeException | Error e) { // an error that came through would end the repetition unseen
            LOG.error("Housekeeping failed: {}", e.getClass().getName());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
