package io.vestibule.journal.run;

import io.vestibule.base.Problem;
import io.vestibule.store.Database;
import io.vestibule.store.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Performs the jobs of the journal: several jobs concurrently, the steps of a job in order, each as soon as
/// it is due. Resumes at the next start after a crash.
///
/// Steps run on a few platform threads that nobody interrupts, because they use the database; there are fewer
/// of them than the database has connections for background work. [JournalWriter] writes for all of them.
public final class JournalRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalRunner.class);

    /// Steps that are performed at a time.
    static final int WORKERS = 8;

    /// Attempts of a step that throws an unexpected exception, before it is parked.
    private static final int UNEXPECTED_ATTEMPTS = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ClaimStore claims;
    private final JournalWriter writer;
    private final JobListeners listeners;
    private final Map<String, StepHandler> handlers;
    private final InstantSource clock;
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            WORKERS,
            WORKERS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("journal-", 1).daemon().factory());
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean started;
    private volatile boolean open = true;

    /// @param listeners notified of every job that changes; they wake this runner when a job is due
    /// @param handlers one for each kind of step that may be in the journal, by [StepKind#key]
    /// @param sole whether no other runner uses this database, so that steps which are running at the start
    ///     were cut off; otherwise they are resumed when their lease has expired
    public JournalRunner(
            Database database,
            JobListeners listeners,
            Map<String, StepHandler> handlers,
            InstantSource clock,
            boolean sole) {
        this.claims = new ClaimStore(database, UUID.randomUUID());
        this.writer = new JournalWriter(database, claims, clock, WORKERS, sole);
        this.listeners = listeners;
        this.handlers = Map.copyOf(handlers);
        this.clock = clock;
        workers.allowCoreThreadTimeOut(true);
    }

    /// Resumes the jobs of an earlier run and continues until closed. Returns at once.
    public void start() {
        started = true;
        listeners.setWakeUp(this::wake);
        Thread.ofPlatform().name("journal-writer").daemon().start(() -> {
            try {
                Database.asBackground(() -> writer.run(this::committed));
            } finally {
                stopped.countDown();
            }
        });
    }

    /// Wakes the runner, since a job may be due, or the system clock may have been set.
    public void wake() {
        writer.wake();
    }

    private void committed(JournalWriter.Committed commit) {
        commit.claimed().forEach(claim -> {
            try {
                workers.execute(() -> Database.asBackground(() -> perform(claim)));
            } catch (RejectedExecutionException _) {
                writer.end(Completion.notBegun(claim));
            }
        });
        commit.changed().forEach(listeners::notifyChanged);
    }

    private void perform(Claim claim) {
        writer.end(open ? Completion.of(claim, outcome(claim.step())) : Completion.notBegun(claim));
    }

    /// Performs the steps of this job that are due, on the calling thread, until one has to wait or none is
    /// left. Does nothing if the job is being performed.
    public void perform(UUID job) {
        if (!writer.beginDirect(job)) {
            return;
        }
        try {
            var goOn = true;
            while (open && goOn) {
                goOn = performNext(job);
            }
        } finally {
            writer.endDirect(job);
        }
    }

    private boolean performNext(UUID job) {
        var claimed = claims.claim(job, clock.instant());
        if (claimed.isEmpty()) {
            return false;
        }
        listeners.notifyChanged(job);
        var step = claimed.get().step();
        var outcome = outcome(step);
        try {
            complete(Completion.of(claimed.get(), outcome));
        } catch (RuntimeException e) {
            if (!Database.isRefused(e)) {
                throw e;
            }
            LOG.warn("The outcome of step {} of kind {} cannot be stored", step.id(), step.kind(), e);
            outcome = unexpected(step, e);
            complete(Completion.of(claimed.get(), outcome));
        } finally {
            listeners.notifyChanged(job);
        }
        return outcome instanceof StepOutcome.Done || outcome instanceof StepOutcome.Skipped;
    }

    private void complete(Completion completion) {
        if (claims.complete(completion, clock.instant()).written().isEmpty()) {
            LOG.warn(
                    "Step {} was taken over by another runner",
                    completion.claim().step().id());
        }
    }

    private StepOutcome outcome(Step step) {
        var handler = handlers.get(step.kind());
        if (handler == null) {
            return new StepOutcome.Park(Problem.of("journal.unknown-step", step.kind()));
        }
        try {
            return handler.perform(step);
        } catch (StoreException e) {
            // Not a fault of the step: it waits for the database, however long that takes.
            LOG.debug("Step {} of kind {} waits for the database: {}", step.id(), step.kind(), e.getMessage());
            return new StepOutcome.RetryLater(e.problem(), Backoff.delay(step.attempts()), false);
        } catch (Throwable e) { // also an Error: otherwise the step would be running for ever
            LOG.warn("Step {} of kind {} failed at attempt {}", step.id(), step.kind(), step.attempts() + 1, e);
            return unexpected(step, e);
        }
    }

    static StepOutcome unexpected(Step step, Throwable e) {
        var problem = Problem.of("journal.unexpected", e.getClass().getSimpleName());
        return step.attempts() + 1 < UNEXPECTED_ATTEMPTS
                ? new StepOutcome.RetryLater(problem, Backoff.delay(step.attempts()), false)
                : new StepOutcome.Park(problem);
    }

    /// Releases steps of this runner that are marked as running but are not being performed, because their
    /// outcome could not be stored.
    void releaseAbandoned() {
        writer.releaseAbandoned().forEach(listeners::notifyChanged);
    }

    /// Waits up to ten seconds for running steps, and starts no other. A step that takes longer is not
    /// interrupted; it is performed again at the next start.
    @Override
    public void close() {
        open = false;
        workers.shutdown();
        try {
            var _ = workers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            writer.close();
            if (started) {
                var _ = stopped.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            writer.close();
            Thread.currentThread().interrupt();
        }
    }
}
