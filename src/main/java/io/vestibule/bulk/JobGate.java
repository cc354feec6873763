package io.vestibule.bulk;

import io.vestibule.journal.JobRecord;
import io.vestibule.journal.run.JobState;
import io.vestibule.journal.run.Step;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets only a few jobs of one import be open at a time, and notes in the rows what became of them.
final class JobGate implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobGate.class);

    /// Twice as many as the journal performs at a time, so that it never waits for the next.
    private static final int OPEN = 16;

    private static final UUID END = new UUID(0, 0);

    private final ImportContext context;
    private final UUID run;
    private final Semaphore places = new Semaphore(OPEN);
    private final LinkedBlockingQueue<UUID> changed = new LinkedBlockingQueue<>();
    /// Whether each open job holds a place; those of an earlier part of the import do not.
    private final Map<UUID, Boolean> open = new ConcurrentHashMap<>();

    private final AutoCloseable subscription;
    private final Thread follower;

    JobGate(ImportContext context, UUID run) {
        this.context = context;
        this.run = run;
        this.subscription = context.enrol().journal().onChange(job -> {
            if (open.containsKey(job)) {
                changed.add(job);
            }
        });
        this.follower = Thread.ofPlatform().name("import-jobs").daemon().start(this::followChanges);
        context.rows()
                .all(run, Set.of(RowState.SENT))
                .toList()
                .forEach(row -> row.job().ifPresentOrElse(job -> follow(job, false), () -> settle(context, row)));
    }

    private static boolean settle(ImportContext context, ImportRow row) {
        var job = row.job().flatMap(context.enrol().journal()::job);
        var parked = job.filter(found -> found.state() == JobState.PARKED);
        if (parked.isPresent()) {
            var issue = parked.flatMap(JobRecord::current)
                    .flatMap(Step::problem)
                    .map(RowIssue::refusing)
                    .orElseGet(() -> RowIssue.refusing(new BulkFailure.JobStopped().problem()));
            if (row.content().issues().contains(issue)) {
                return true;
            }
            var issues = new ArrayList<>(row.content().issues());
            issues.addFirst(issue);
            context.rows().update(row.with(RowState.SENT, row.content().withIssues(issues)));
            return true;
        }
        boolean ended = job.isEmpty() || job.get().state() == JobState.ENDED;
        if (ended) {
            context.rows().update(row.with(RowState.DONE, row.content()));
        }
        return ended;
    }

    /// Waits for a place.
    ///
    /// @throws CancellationException if the thread is interrupted
    void enter() {
        try {
            places.acquire();
        } catch (InterruptedException _) {
            throw paused();
        }
    }

    private static CancellationException paused() {
        Thread.currentThread().interrupt();
        return new CancellationException("The import was paused");
    }

    /// Gives the place back: the row has no job.
    void leave() {
        places.release();
    }

    /// Keeps the place until the job has ended, or waits for a person.
    void follow(UUID job) {
        follow(job, true);
    }

    private void follow(UUID job, boolean place) {
        open.put(job, place);
        changed.add(job);
    }

    /// Waits for all jobs.
    void awaitAll() {
        try {
            synchronized (open) {
                while (!open.isEmpty()) {
                    open.wait();
                }
            }
        } catch (InterruptedException _) {
            throw paused();
        }
    }

    private void followChanges() {
        try {
            for (var job = changed.take(); !job.equals(END); job = changed.take()) {
                check(job);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(UUID job) {
        try {
            boolean settled = open.containsKey(job)
                    && context.rows()
                            .findByJob(run, job)
                            .filter(row -> settle(context, row))
                            .isPresent();
            if (settled) {
                close(job);
            }
        } catch (RuntimeException e) {
            // The state is read again when the import is opened.
            LOG.warn("The state of a row was not noted: {}", e.getClass().getName());
        }
    }

    private void close(UUID job) {
        synchronized (open) {
            if (Boolean.TRUE.equals(open.remove(job))) {
                places.release();
            }
            open.notifyAll();
        }
    }

    @Override
    public void close() {
        changed.add(END);
        try {
            subscription.close();
            var _ = follower.join(java.time.Duration.ofSeconds(10));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("The subscription to changes did not close", e);
        }
    }
}
