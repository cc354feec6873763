package io.vestibule.journal.run;

import io.vestibule.store.Database;
import io.vestibule.store.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that writes for a runner: completions of all workers and new claims share one commit,
/// because the commit is what costs. Retries a completion until it is written; while the database fails, it
/// pauses longer each time, and logs the failure once.
final class JournalWriter {

    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);

    private static final Duration MAX_SLEEP = Duration.ofMinutes(5);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(30);
    private static final Duration HEARTBEAT = ClaimStore.LEASE.dividedBy(3);

    /// Before a step is repeated whose outcome could not be stored.
    private static final Duration REPEAT = Duration.ofSeconds(5);

    /// While jobs are waiting to be claimed, a commit waits this long for further completions. A commit writes the
    /// same pages for many completions as for one: with 15 ms, 20,000 jobs wrote three times as much.
    private static final Duration GATHER = Duration.ofMillis(60);

    /// Completions that one commit waits for, for each worker.
    private static final int GROUP = 4;

    /// For jobs that others have locked.
    private static final Duration LOCKED = Duration.ofMillis(50);

    private final Database database;
    private final ClaimStore claims;
    private final InstantSource clock;
    private final int workers;

    private final Semaphore woken = new Semaphore(0);
    private final ConcurrentLinkedQueue<Completion> ended = new ConcurrentLinkedQueue<>();

    /// Jobs that are performed by [JournalRunner#perform] on another thread.
    private final Set<UUID> direct = ConcurrentHashMap.newKeySet();

    // Confined to the thread that writes.
    private final Map<UUID, Claim> held = new HashMap<>();
    private final List<Completion> pending = new ArrayList<>();
    private boolean releaseAll;
    private boolean reconcile = true;
    private boolean backlog;
    private boolean full;
    private long turn;
    private int lastGroup;
    private int failures;
    private String lastFailure = "";
    private long beaten = System.nanoTime();

    private volatile boolean closing;

    /// @param workers number of steps that are performed at a time
    /// @param sole whether no other runner uses the tables, so that at the start all running steps are
    ///     abandoned
    JournalWriter(Database database, ClaimStore claims, InstantSource clock, int workers, boolean sole) {
        this.database = database;
        this.claims = claims;
        this.clock = clock;
        this.workers = workers;
        this.releaseAll = sole;
    }

    /// What follows a commit.
    ///
    /// @param changed jobs that changed
    /// @param claimed steps to be performed
    record Committed(Set<UUID> changed, List<Claim> claimed) {}

    void wake() {
        woken.release();
    }

    /// Hands in the end of a claim. Thread-safe; returns at once.
    void end(Completion completion) {
        ended.add(completion);
        wake();
    }

    /// Lets [#run] write what was handed in, and return. A failing database is tried once more only.
    void close() {
        closing = true;
        wake();
    }

    /// Claims and completes until closed.
    ///
    /// @param committed called after each commit that changed something, on this thread
    void run(Consumer<Committed> committed) {
        while (!closing || !ended.isEmpty() || !pending.isEmpty()) {
            try {
                var done = round();
                if (failures > 0) {
                    LOG.info("The journal can be written again, after {} failures", failures);
                    failures = 0;
                }
                if (!done.changed().isEmpty()) {
                    committed.accept(done);
                }
                sleep();
            } catch (Throwable e) { // also an Error: the journal must go on when memory is free again
                failed(e);
                if (closing) {
                    return;
                }
                pause();
            }
        }
    }

    private Committed round() {
        for (var next = ended.poll(); next != null; next = ended.poll()) {
            pending.add(next);
        }
        try {
            return commit(List.copyOf(pending), true);
        } catch (RuntimeException e) {
            if (!Database.isRefused(e)) {
                throw e;
            }
            var changed = new LinkedHashSet<UUID>();
            var claimed = new ArrayList<Claim>();
            for (var completion : List.copyOf(pending)) {
                var one = alone(completion);
                changed.addAll(one.changed());
                claimed.addAll(one.claimed());
            }
            return new Committed(changed, claimed);
        }
    }

    /// One transaction: abandoned steps, completions, claims, leases.
    private Committed commit(List<Completion> completions, boolean claimMore) {
        var now = clock.instant();
        var beat = System.nanoTime() - beaten > HEARTBEAT.toNanos();
        var capacity = claimMore && !closing ? workers + 2 * lastGroup - (held.size() - completions.size()) : 0;
        var changed = new LinkedHashSet<UUID>();
        var claimed = new ArrayList<Claim>();
        var written = database.inTransaction(() -> {
            if (beat || reconcile) {
                var which = releaseAll ? ClaimStore.Abandoned.ALL : ClaimStore.Abandoned.EXPIRED_OR_OURS;
                changed.addAll(claims.release(which, performed(), REPEAT, now));
            }
            if (beat) {
                claims.renew(held.values());
            }
            var group = claims.complete(completions, !closing, now);
            if (capacity > 0) {
                claimed.addAll(claims.claimDue(turn, capacity, now));
            }
            return group;
        });
        if (beat) {
            beaten = System.nanoTime();
        }
        reconcile = false;
        releaseAll = false;
        full = capacity <= 0;
        backlog = full ? backlog : claimed.size() == capacity;
        turn += claimed.size();
        lastGroup = Math.min(GROUP * workers, written.written().size());
        claimed.addAll(written.next());
        written.written().forEach(this::forget);
        written.fenced().forEach(this::forget);
        if (!written.fenced().isEmpty()) {
            LOG.warn(
                    "{} steps were taken over by another runner, or their claims were lost with a database that closed;"
                            + " their outcomes here are not stored",
                    written.fenced().size());
        }
        claimed.forEach(this::hold);
        written.written().forEach(done -> changed.add(done.claim().step().job()));
        claimed.forEach(claim -> changed.add(claim.step().job()));
        return new Committed(changed, claimed);
    }

    private Set<UUID> performed() {
        var jobs = new HashSet<>(direct);
        jobs.addAll(held.keySet());
        return jobs;
    }

    private void hold(Claim claim) {
        held.put(claim.step().job(), claim);
    }

    private void forget(Completion completion) {
        pending.remove(completion);
        held.remove(completion.claim().step().job());
    }

    /// Waits until something was handed in, a job is due, or the leases have to be renewed.
    private void sleep() {
        if (await(ended.isEmpty() ? untilNext() : Duration.ZERO)) {
            woken.drainPermits();
        }
        var gathered = System.nanoTime() + GATHER.toNanos();
        while (backlog
                && !closing
                && ended.size() < Math.min(GROUP * workers, held.size())
                && System.nanoTime() < gathered) {
            await(Duration.ofNanos(gathered - System.nanoTime()));
        }
    }

    private Duration untilNext() {
        if (!pending.isEmpty()) {
            return LOCKED;
        }
        // The next completion wakes this thread.
        if (full || backlog) {
            return HEARTBEAT;
        }
        var longest = held.isEmpty() && !claims.othersRun() ? MAX_SLEEP : HEARTBEAT;
        var due = claims.nextDue()
                .map(at -> Duration.between(clock.instant(), at))
                .orElse(longest);
        return due.compareTo(longest) > 0 ? longest : due.compareTo(LOCKED) < 0 ? LOCKED : due;
    }

    private void failed(Throwable failure) {
        failures++;
        reconcile = true;
        var kind = failure instanceof StoreException store
                ? store.problem().code()
                : failure.getClass().getName();
        if (failures > 1 && kind.equals(lastFailure)) {
            LOG.debug("The journal still cannot be written: {}", kind);
        } else {
            LOG.error("The journal cannot be written ({}); it is tried again after growing pauses", kind, failure);
        }
        lastFailure = kind;
    }

    private void pause() {
        var doubled = Duration.ofMillis(100L << Math.min(failures - 1, 10));
        var end = System.nanoTime() + (doubled.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : doubled).toNanos();
        while (!closing && System.nanoTime() < end) {
            await(Duration.ofNanos(end - System.nanoTime()));
        }
    }

    private boolean await(Duration time) {
        try {
            return woken.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            return true; // Nobody interrupts this thread; if somebody does, it goes on.
        }
    }

    /// Releases steps of this runner that nobody performs, from any thread.
    List<UUID> releaseAbandoned() {
        return claims.release(ClaimStore.Abandoned.EXPIRED_OR_OURS, direct, REPEAT, clock.instant());
    }

    /// @return false if the job is performed already
    boolean beginDirect(UUID job) {
        return direct.add(job);
    }

    void endDirect(UUID job) {
        direct.remove(job);
    }

    /// A completion that cannot be stored as it is: the failure is stored instead. If that is impossible as
    /// well, the step is released and repeated later.
    private Committed alone(Completion completion) {
        try {
            return commit(List.of(completion), false);
        } catch (RuntimeException e) {
            if (!Database.isRefused(e)) {
                throw e;
            }
            var step = completion.claim().step();
            LOG.warn("The outcome of step {} of kind {} cannot be stored", step.id(), step.kind(), e);
            var replaced = Completion.of(completion.claim(), JournalRunner.unexpected(step, e));
            pending.set(pending.indexOf(completion), replaced);
            try {
                return commit(List.of(replaced), false);
            } catch (RuntimeException again) {
                if (!Database.isRefused(again)) {
                    throw again;
                }
                forget(replaced);
                reconcile = true;
                return new Committed(Set.of(), List.of());
            }
        }
    }
}
