package io.vestibule.journal.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.helpers.NOPAppender;
import io.vestibule.base.Problem;
import io.vestibule.journal.JobCounts;
import io.vestibule.journal.ScriptedJournal;
import io.vestibule.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// Runners with many jobs, on a database that fails, and beside each other.
class JournalLoadTest extends ScriptedJournal {

    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(JournalRunner.class.getPackageName());

    private Appender<ILoggingEvent> appender = new NOPAppender<>();
    private final JobListeners told = new JobListeners();

    /// A runner that shares the database with others, as a second console would.
    private JournalRunner shared(Map<String, StepHandler> handlers) {
        return new JournalRunner(database, told, handlers, now::get, false);
    }

    private void addMany(int jobs, String... kinds) {
        database.transaction(() -> {
            for (int i = 0; i < jobs; i++) {
                add(kinds);
            }
        });
    }

    private void awaitCounts(JournalRunner runner, JobCounts expected) {
        await(runner, () -> counts().equals(Optional.of(expected)));
    }

    /// Empty if the connection was to a database that closed itself.
    private Optional<JobCounts> counts() {
        try {
            return Optional.of(journal.counts());
        } catch (StoreException _) {
            return Optional.empty();
        }
    }

    /// Waits for the condition, which is looked at after every job that changes and every 50 ms.
    private void await(JournalRunner runner, BooleanSupplier condition) {
        var changed = new Semaphore(0);
        var patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        try (var _ = journal.onChange(_ -> changed.release())) {
            while (!condition.getAsBoolean()) {
                assertThat(System.nanoTime())
                        .as(() -> journal.counts().toString())
                        .isLessThan(patience);
                runner.wake();
                if (changed.tryAcquire(50, TimeUnit.MILLISECONDS)) {
                    changed.drainPermits();
                }
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void twoThousandJobsThatAreDueAtOnceAllEndAndAreEachPerformedOnce() {
        addMany(2_000, "one");
        Queue<UUID> performed = new ConcurrentLinkedQueue<>();
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        StepHandler handler = step -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            performed.add(step.id());
            var _ = journal.steps(step.job());
            now.decrementAndGet();
            return StepOutcome.DONE;
        };
        try (var runner = runner(Map.of("one", handler))) {
            runner.start();
            awaitCounts(runner, new JobCounts(0, 0, 0, 2_000));
        }
        assertThat(performed).hasSize(2_000).doesNotHaveDuplicates();
        assertThat(most.get()).isLessThanOrEqualTo(JournalRunner.WORKERS);
    }

    @Test
    void aJobThatIsAddedBehindThousandsDoesNotWaitForAllOfThem() {
        addMany(300, "slow");
        pass(Duration.ofMinutes(1));
        var before = new AtomicInteger();
        var added = new CountDownLatch(1);
        var seen = new AtomicInteger(-1);
        try (var runner = runner(Map.of(
                "slow",
                _ -> {
                    if (before.incrementAndGet() > JournalRunner.WORKERS * 3) {
                        await(added);
                    }
                    return StepOutcome.DONE;
                },
                "fresh",
                _ -> {
                    seen.compareAndSet(-1, before.get());
                    return StepOutcome.DONE;
                }))) {
            runner.start();
            await(runner, () -> before.get() > JournalRunner.WORKERS * 3);
            add("fresh");
            added.countDown();
            awaitCounts(runner, new JobCounts(0, 0, 0, 301));
        }
        assertThat(seen.get()).isBetween(0, 200);
    }

    @Test
    void anErrorOfAHandlerIsAFailureOfItsStepAndNothingElse() {
        var broken = add("broken");
        var job = add("one");
        try (var runner = runner(Map.of(
                "broken",
                _ -> {
                    throw new UnsatisfiedLinkError("a missing native part");
                },
                "one",
                _ -> StepOutcome.DONE))) {
            runner.start();
            await(
                    runner,
                    () -> job(job).state() == JobState.ENDED
                            && first(broken).state() == StepState.WAITING
                            && first(broken).attempts() == 1);
        }
        assertThat(first(broken).problem()).contains(Problem.of("journal.unexpected", "UnsatisfiedLinkError"));
        assertThat(first(broken).due()).isEqualTo(now.get().plusSeconds(1));
    }

    @Test
    void aDatabaseThatClosesItselfIsLoggedOnceAndTheJournalGoesOn() {
        addMany(50, "one", "two");
        var log = log();
        var performed = new AtomicInteger();
        StepHandler handler = _ -> {
            if (performed.incrementAndGet() == 20) {
                try {
                    database.with(handle -> handle.execute("shutdown immediately"));
                } catch (StoreException _) {
                    // As when the disk did not answer: the step itself is done.
                }
            }
            return StepOutcome.DONE;
        };
        try (var runner = runner(Map.of("one", handler, "two", handler))) {
            runner.start();
            await(runner, () -> {
                // Steps whose claims were lost with the database are repeated seconds later.
                now.updateAndGet(time -> time.plusSeconds(1));
                return performed.get() >= 20 && counts().equals(Optional.of(new JobCounts(0, 0, 0, 50)));
            });
        }
        assertThat(log.stream().filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN)))
                .hasSizeLessThanOrEqualTo(3);
    }

    /// What the journal logs from now on.
    private List<ILoggingEvent> log() {
        var events = new CopyOnWriteArrayList<ILoggingEvent>();
        appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                events.add(event);
            }
        };
        appender.start();
        LOGGER.addAppender(appender);
        LOGGER.setLevel(Level.DEBUG);
        return events;
    }

    @AfterEach
    void stopLog() {
        LOGGER.setLevel(null);
        LOGGER.detachAppender(appender);
    }

    @Test
    void aDatabaseThatCannotBeReachedIsTriedAgainAfterGrowingPausesAndLoggedOnce() {
        var log = log();
        List<ILoggingEvent> failures = List.of();
        try (var runner = runner(Map.of())) {
            database.close();
            runner.start();
            while (failures.size() < 4) {
                // Wakes must not shorten the pauses.
                runner.wake();
                Thread.onSpinWait();
                failures = log.stream()
                        .filter(event -> event.getMessage().contains("cannot be written"))
                        .toList();
            }
        }
        assertThat(failures.get(3).getTimeStamp() - failures.getFirst().getTimeStamp())
                .as("100 + 200 + 400 ms")
                .isGreaterThanOrEqualTo(650);
        assertThat(failures).extracting(ILoggingEvent::getLevel).startsWith(Level.ERROR, Level.DEBUG, Level.DEBUG);
    }

    @Test
    void aJobThatIsGivenUpWhileItsStepIsTriedDoesNotComeBack() {
        var job = add("one", "two");
        var tried = new CountDownLatch(1);
        var given = new CountDownLatch(1);
        var attempts = new AtomicInteger();
        try (var runner = runner(Map.of("one", _ -> {
            attempts.incrementAndGet();
            tried.countDown();
            await(given);
            return later(OFFLINE, Duration.ZERO);
        }))) {
            runner.start();
            await(tried);
            journal.drop(job);
            given.countDown();
            await(runner, () -> job(job).state() == JobState.ENDED);
        }
        assertThat(attempts).hasValue(1);
        assertThat(states(job)).containsOnly(StepState.DROPPED);
    }

    @Test
    void aRunnerWhoseLeaseHasExpiredCannotCompleteWhatAnotherOneTookOver() {
        var job = add("one");
        var first = new ClaimStore(database, UUID.randomUUID());
        var second = new ClaimStore(database, UUID.randomUUID());
        var lost = first.claim(job, now.get()).orElseThrow();
        assertThat(second.release(ClaimStore.Abandoned.EXPIRED_OR_OURS, Set.of(), Duration.ZERO, now.get()))
                .as("a lease that has not expired")
                .isEmpty();
        expireLeases();
        assertThat(second.release(ClaimStore.Abandoned.EXPIRED_OR_OURS, Set.of(), Duration.ZERO, now.get()))
                .containsExactly(job);
        var taken = second.claim(job, now.get()).orElseThrow();
        assertThat(taken.step().token())
                .as("the service recognises the repetition")
                .isEqualTo(lost.step().token());

        var late = Completion.of(lost, new StepOutcome.Park(DENIED));
        assertThat(first.complete(late, now.get()).fenced()).containsExactly(late);
        assertThat(first(job).state()).isEqualTo(StepState.RUNNING);
        assertThat(second.complete(Completion.of(taken, StepOutcome.DONE), now.get())
                        .written())
                .hasSize(1);
        assertThat(first(job).state()).isEqualTo(StepState.DONE);
        assertThat(first.complete(late, now.get()).written()).isEmpty();
        assertThat(job(job).state()).isEqualTo(JobState.ENDED);
    }

    private void expireLeases() {
        database.with(handle -> handle.execute(
                "update step set leased_until = current_timestamp - interval '1' second where state = 'RUNNING'"));
    }

    @Test
    void aLeaseThatIsRenewedIsNotTakenOver() {
        var job = add("one");
        var first = new ClaimStore(database, UUID.randomUUID());
        var second = new ClaimStore(database, UUID.randomUUID());
        var claim = first.claim(job, now.get()).orElseThrow();
        expireLeases();
        first.renew(List.of(claim));
        assertThat(second.release(ClaimStore.Abandoned.EXPIRED_OR_OURS, Set.of(), Duration.ZERO, now.get()))
                .isEmpty();
        assertThat(first(job).state()).isEqualTo(StepState.RUNNING);
    }

    @Test
    void twoRunnersOnOneDatabasePerformEachStepOnce() {
        addMany(400, "one", "two", "three");
        Set<UUID> performed = ConcurrentHashMap.newKeySet();
        Queue<UUID> twice = new ConcurrentLinkedQueue<>();
        var both = new AtomicInteger[] {new AtomicInteger(), new AtomicInteger()};
        var runners = new ArrayList<JournalRunner>();
        for (var count : both) {
            StepHandler handler = step -> {
                count.incrementAndGet();
                if (!performed.add(step.id())) {
                    twice.add(step.id());
                }
                return StepOutcome.DONE;
            };
            runners.add(shared(Map.of("one", handler, "two", handler, "three", handler)));
        }
        try (var first = runners.getFirst();
                var second = runners.getLast()) {
            first.start();
            second.start();
            awaitCounts(first, new JobCounts(0, 0, 0, 400));
        }
        assertThat(twice).isEmpty();
        assertThat(performed).hasSize(1_200);
        assertThat(both[0].get()).isPositive();
        assertThat(both[1].get()).isPositive();
    }

    @Test
    void aRunnerThatClosesHandsBackWhatItHasNotBegun() {
        addMany(40, "one");
        var begun = new CountDownLatch(JournalRunner.WORKERS);
        var release = new CountDownLatch(1);
        var runner = runner(Map.of("one", _ -> {
            begun.countDown();
            await(release);
            return StepOutcome.DONE;
        }));
        runner.start();
        await(begun);
        var closing = Thread.ofPlatform().start(runner::close);
        release.countDown();
        try {
            closing.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(journal.counts().running()).isZero();
        assertThat(journal.counts().ended()).isGreaterThanOrEqualTo(JournalRunner.WORKERS);
        assertThat(journal.openSteps(100))
                .allSatisfy(step -> assertThat(step.attempts()).isZero());
    }
}
