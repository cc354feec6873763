package io.vestibule.app.wiring;

import io.vestibule.store.Database;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Repeats a task while the program runs; a failure is logged and does not stop it.
final class PeriodicTask implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PeriodicTask.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final Runnable work;
    private final Duration every;
    private final ScheduledExecutorService clock;

    /// @param name of the thread and in the log
    PeriodicTask(String name, Runnable work, Duration every) {
        this.name = name;
        this.work = work;
        this.every = every;
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /// Runs the task on this thread, then repeats it on another.
    void start() {
        run();
        schedule(every);
    }

    /// Runs the task at once and then repeatedly, always on its own thread.
    void startInBackground() {
        schedule(Duration.ZERO);
    }

    /// Runs the task repeatedly on its own thread, the first time after one period.
    void startLater() {
        schedule(every);
    }

    private void schedule(Duration first) {
        var _ = clock.scheduleWithFixedDelay(this::run, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            Database.asBackground(work);
        } catch (RuntimeException | Error e) { // an error that came through would end the repetition unseen
            LOG.error("The task {} failed: {}", name, e.getClass().getName());
        }
    }

    @Override
    public void close() {
        // A run in progress is waited for and not interrupted: it may be in the database.
        clock.shutdown();
        try {
            var _ = clock.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
