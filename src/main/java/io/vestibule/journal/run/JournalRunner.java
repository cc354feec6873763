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
    /// Pause before the journal is read again after a failure, and before a step is repeated whose outcome
    /// could not be stored.
    private static final Duration FAILURE_PAUSE = Duration.ofSeconds(5);
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
        try {
            store(step, stepOutcome);
        } catch (RuntimeException e) {
            LOG.warn("The outcome of step {} of kind {} was not stored", step.id(), step.kind(), e);
            stepOutcome = unexpected(step, e);
            store(step, stepOutcome);
        }
        return stepOutcome instanceof StepOutcome.Done;
    }

    private void store(Step step, StepOutcome stepOutcome) {
        var now = clock.instant();
        switch (stepOutcome) {
            case StepOutcome.Done _ -> store.finish(step, StepState.DONE, null, now);
            case StepOutcome.EndJob _ -> store.endJob(step, now);
            case StepOutcome.RetryLater retryLater ->
                store.postpone(step, retryLater.problem(), now.plus(retryLater.delay()), retryLater.answered(), now);
            case StepOutcome.Park park -> store.finish(step, StepState.PARKED, park.problem(), now);
        }
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
            return unexpected(step, e);
        }
    }

    private static StepOutcome unexpected(Step step, RuntimeException e) {
        var problem = Problem.of("journal.unexpected", e.getClass().getSimpleName());
        return step.attempts() + 1 < UNEXPECTED_ATTEMPTS
                ? new StepOutcome.RetryLater(problem, Backoff.delay(step.attempts()), false)
                : new StepOutcome.Park(problem);
    }

    /// Requeues steps that are marked as running but are not being performed, because their outcome could not
    /// be stored at all, as when the disk was full.
    void requeueAbandoned() {
        for (var job : store.runningJobs()) {
            // While this thread has the job, no other can claim a step of it.
            if (running.add(job)) {
                try {
                    var now = clock.instant();
                    store.requeue(job, now.plus(FAILURE_PAUSE), now);
                } finally {
                    running.remove(job);
                }
                listeners.notifyChanged(job);
            }
        }
    }

    private void loop() {
        try {
            while (open) {
                try {
                    requeueAbandoned();
                    var now = clock.instant();
                    store.dueJobs(now).stream()
                            .filter(job -> !running.contains(job))
                            .forEach(job -> workers.execute(() -> performAndWake(job)));
                    sleepUntilDue(now);
                } catch (RuntimeException e) {
                    if (!open) {
                        return;
                    }
                    LOG.error("The journal cannot be read", e);
                    sleep(FAILURE_PAUSE);
                }
            }
        } catch (InterruptedException _) {
            // The runner was closed.
        }
    }

    private void performAndWake(UUID job) {
        try {
            perform(job);
        } catch (RuntimeException e) {
            if (open) {
                LOG.error("Job {} cannot be performed", job, e);
            }
        } finally {
            wake();
        }
    }

    private void sleepUntilDue(Instant now) throws InterruptedException {
        var due = store.nextDue();
        var delay = due.map(at -> Duration.between(now, at)).filter(wait -> wait.compareTo(MAX_SLEEP) < 0);
        // A job that is due but still running wakes the loop when it ends; no polling is needed until then.
        sleep(delay.map(wait -> Duration.ofMillis(wait.isPositive() ? Math.max(20, wait.toMillis()) : 1_000))
                .orElse(MAX_SLEEP));
    }

    private void sleep(Duration time) throws InterruptedException {
        if (woken.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
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
