package io.vestibule.journal.run;

import io.vestibule.base.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Performs the jobs of the journal: jobs concurrently, the steps of a job in order, each as soon as it is due.
/// Resumes at the next start after a crash.
public final class JournalRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalRunner.class);
    private static final Duration MAX_SLEEP = Duration.ofMinutes(5);
    /// Attempts of a step that throws an unexpected exception, before it is parked.
    private static final int UNEXPECTED_ATTEMPTS = 5;

    private final StepStore store;
    private final JobListeners listeners;
    private final Map<String, StepHandler> handlers;
    private final InstantSource clock;
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();
    private final Semaphore woken = new Semaphore(0);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean open = true;

    /// @param listeners notified of every job that changes; they wake this runner when a job is due
    /// @param handlers one for each kind of step that may be in the journal, by [StepKind#key]
    public JournalRunner(
            StepStore store, JobListeners listeners, Map<String, StepHandler> handlers, InstantSource clock) {
        this.store = store;
        this.listeners = listeners;
        this.handlers = Map.copyOf(handlers);
        this.clock = clock;
    }

    /// Resumes the jobs of an earlier run and continues until closed. Only one process has the data folder open, so
    /// every step that is marked as running was interrupted.
    public void start() {
        store.requeueRunning();
        listeners.setWakeUp(this::wake);
        workers.execute(this::loop);
    }

    /// Wakes the loop, since a job may be due, or the system clock may have been set.
    public void wake() {
        woken.release();
    }

    /// Performs the steps of this job that are due, on the calling thread, until one has to wait or none is left.
    public void perform(UUID job) {
        if (!running.add(job)) {
            return;
        }
        try {
            while (open && performNext(job)) {
                listeners.notifyChanged(job);
            }
        } finally {
            running.remove(job);
            listeners.notifyChanged(job);
        }
    }

    private boolean performNext(UUID job) {
        var claimed = store.claimNext(job, clock.instant());
        if (claimed.isEmpty()) {
            return false;
        }
        var step = claimed.get();
        listeners.notifyChanged(job);
        var stepOutcome = outcome(step);
        var now = clock.instant();
        switch (stepOutcome) {
            case StepOutcome.Done _ -> store.finish(step, StepState.DONE, null, now);
            case StepOutcome.EndJob _ -> {
                store.finish(step, StepState.DONE, null, now);
                store.drop(job, now);
            }
            case StepOutcome.RetryLater retryLater ->
                store.postpone(step, retryLater.problem(), now.plus(retryLater.delay()), retryLater.answered(), now);
            case StepOutcome.Park park -> store.finish(step, StepState.PARKED, park.problem(), now);
        }
        return stepOutcome instanceof StepOutcome.Done;
    }

    private StepOutcome outcome(Step step) {
        var handler = handlers.get(step.kind());
        if (handler == null) {
            return new StepOutcome.Park(Problem.of("journal.unknown-step", step.kind()));
        }
        try {
            return handler.perform(step);
        } catch (RuntimeException e) {
            LOG.warn("Step {} of kind {} failed at attempt {}", step.id(), step.kind(), step.attempts() + 1, e);
            var problem = Problem.of("journal.unexpected", e.getClass().getSimpleName());
            return step.attempts() + 1 < UNEXPECTED_ATTEMPTS
                    ? new StepOutcome.RetryLater(problem, Backoff.delay(step.attempts()), false)
                    : new StepOutcome.Park(problem);
        }
    }

    private void loop() {
        while (open) {
            try {
                var now = clock.instant();
                for (var job : store.dueJobs(now)) {
                    if (!running.contains(job)) {
                        workers.execute(() -> {
                            perform(job);
                            wake();
                        });
                    }
                }
                sleepUntilDue(now);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                if (!open) {
                    return;
                }
                LOG.error("The journal cannot be read", e);
            }
        }
    }

    private void sleepUntilDue(Instant now) throws InterruptedException {
        var due = store.nextDue();
        var delay = due.map(at -> Duration.between(now, at)).filter(wait -> wait.compareTo(MAX_SLEEP) < 0);
        // A job that is due but still running wakes the loop when it ends; no polling is needed until then.
        var millis = delay.map(wait -> wait.isPositive() ? Math.max(20, wait.toMillis()) : 1_000)
                .orElse(MAX_SLEEP.toMillis());
        if (woken.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            woken.drainPermits();
        }
    }

    /// Waits up to ten seconds for running steps, and starts no other.
    @Override
    public void close() {
        open = false;
        wake();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException _) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
