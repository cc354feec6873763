package io.vestibule.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private static final Duration SPAN = Duration.ofMillis(1_020);

    private final SimulatedTime time = new SimulatedTime();

    @Test
    void aBurstUpToTheQuotaPassesAtOnceAndTheNextWaits() throws InterruptedException {
        RateLimiter gate = RateLimiter.of("eu-central-1", time);
        enter(gate, Operation.ASSOCIATE_FACES, 5);
        assertThat(time.pauses()).isEmpty();

        gate.acquire(Operation.ASSOCIATE_FACES);

        assertThat(time.pauses()).containsExactly(SPAN);
    }

    @Test
    void noSecondHoldsMoreThanTheQuota() throws InterruptedException {
        RateLimiter gate = RateLimiter.of("eu-central-1", time);
        List<Long> moments = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            gate.acquire(Operation.LIST_USERS).completed();
            moments.add(time.nanos());
            time.pause(Duration.ofMillis(30));
        }

        for (int i = 5; i < moments.size(); i++) {
            assertThat(moments.get(i) - moments.get(i - 5)).isGreaterThanOrEqualTo(1_000_000_000L);
        }
        // Calls are not delayed for longer either: 23 calls at 5 a second start within 4 seconds and a little.
        assertThat(moments.getLast() - moments.getFirst())
                .isLessThan(SPAN.multipliedBy(4).plusMillis(200).toNanos());
    }

    @Test
    void operationsDoNotWaitForOneAnother() throws InterruptedException {
        RateLimiter gate = RateLimiter.of("eu-central-1", time);
        enter(gate, Operation.ASSOCIATE_FACES, 5);
        enter(gate, Operation.CREATE_USER, 5);

        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void largeRegionsTakeMoreOfSomeOperations() throws InterruptedException {
        RateLimiter gate = RateLimiter.of("eu-west-1", time);
        enter(gate, Operation.INDEX_FACES, 50);
        assertThat(time.pauses()).isEmpty();
        enter(gate, Operation.ASSOCIATE_FACES, 6);
        assertThat(time.pauses()).hasSize(1);
    }

    @Test
    void anUnlimitedRateLimiterDelaysNoCall() throws InterruptedException {
        enter(RateLimiter.UNLIMITED, Operation.ASSOCIATE_FACES, 10_000);
    }

    @Test
    void anInterruptedCallerStopsWaiting() throws InterruptedException {
        RateLimiter gate = RateLimiter.of("eu-central-1", time);
        enter(gate, Operation.ASSOCIATE_FACES, 5);

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> gate.acquire(Operation.ASSOCIATE_FACES)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void callersOfManyThreadsShareOneQuota() throws InterruptedException {
        // Time does not advance here, so the wait of each caller is the time of its reserved slot.
        List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
        RateLimiter gate = RateLimiter.of("eu-central-1", new Ticker() {
            @Override
            public long nanos() {
                return 0;
            }

            @Override
            public void pause(Duration wait) {
                waits.add(wait);
            }
        });
        CountDownLatch done = new CountDownLatch(20);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.execute(() -> {
                    try {
                        gate.acquire(Operation.ASSOCIATE_FACES);
                        done.countDown();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            done.await();
        }

        List<Duration> expected = new ArrayList<>();
        for (int second = 1; second <= 3; second++) {
            expected.addAll(Collections.nCopies(5, SPAN.multipliedBy(second)));
        }
        assertThat(waits).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void throttlingLengthensTheSpanAndTheEffectDecays() throws InterruptedException {
        RateLimiter gate = RateLimiter.of("eu-central-1", time);
        enter(gate, Operation.ASSOCIATE_FACES, 5);

        assertThat(gate.onThrottled(Operation.ASSOCIATE_FACES)).isTrue();
        gate.onThrottled(Operation.ASSOCIATE_FACES);

        gate.acquire(Operation.ASSOCIATE_FACES).completed();
        assertThat(time.pauses().getLast())
                .as("several refusals of one second count once")
                .isEqualTo(SPAN.multipliedBy(3).dividedBy(2));
        gate.onThrottled(Operation.ASSOCIATE_FACES);
        enter(gate, Operation.ASSOCIATE_FACES, 4);
        Duration slow = wait(gate);
        assertThat(slow).isGreaterThan(SPAN.plusMillis(300));
        time.pause(Duration.ofMinutes(2));
        enter(gate, Operation.ASSOCIATE_FACES, 5);
        assertThat(wait(gate)).isBetween(SPAN.minusMillis(1), SPAN.plusMillis(1));
    }

    private Duration wait(RateLimiter gate) throws InterruptedException {
        long from = time.nanos();
        gate.acquire(Operation.ASSOCIATE_FACES).completed();
        return Duration.ofNanos(time.nanos() - from);
    }

    @Test
    void aCallThatTookLongMayHaveArrivedLateAndTheNextKeepsItsDistance() throws InterruptedException {
        RateLimiter gate = RateLimiter.of("eu-central-1", time);
        RateLimiter.Permit slow = gate.acquire(Operation.ASSOCIATE_FACES);
        enter(gate, Operation.ASSOCIATE_FACES, 4);
        time.pause(Duration.ofMillis(800));
        slow.completed();

        gate.acquire(Operation.ASSOCIATE_FACES);

        // A delay that the margin of the span covers is not added.
        assertThat(time.pauses().getLast()).isEqualTo(SPAN.minusMillis(10));
    }

    @Test
    void aCallInProgressMayStillArriveAndTheNextWaitsForItsAnswer() throws InterruptedException {
        List<RateLimiter.Permit> slow = new ArrayList<>();
        RateLimiter gate = RateLimiter.of("eu-central-1", new Ticker() {
            @Override
            public long nanos() {
                return time.nanos();
            }

            @Override
            public void pause(Duration wait) throws InterruptedException {
                time.pause(wait);
                if (time.pauses().size() == 3) {
                    slow.getFirst().completed();
                }
            }
        });
        slow.add(gate.acquire(Operation.ASSOCIATE_FACES));
        enter(gate, Operation.ASSOCIATE_FACES, 4);

        long from = time.nanos();
        gate.acquire(Operation.ASSOCIATE_FACES).completed();

        // The call took three spans and may have arrived at their end.
        assertThat(Duration.ofNanos(time.nanos() - from)).isGreaterThan(SPAN.multipliedBy(3));
        // The concurrent calls were answered at once and delay nothing.
        int before = time.pauses().size();
        enter(gate, Operation.ASSOCIATE_FACES, 4);
        assertThat(time.pauses()).hasSize(before);
    }

    @Test
    void theUsualDurationOfACallDelaysNoOther() throws InterruptedException {
        RateLimiter gate = RateLimiter.of("eu-central-1", time);
        for (int i = 0; i < 256; i++) {
            RateLimiter.Permit permit = gate.acquire(Operation.ASSOCIATE_FACES);
            time.pause(Duration.ofMillis(40));
            permit.completed();
        }
        // The first calls count as late until the usual duration is known; after that only slower ones do.
        time.pause(Duration.ofMinutes(1));
        for (int i = 0; i < 5; i++) {
            RateLimiter.Permit pass = gate.acquire(Operation.ASSOCIATE_FACES);
            time.pause(Duration.ofMillis(40));
            pass.completed();
        }
        assertThat(wait(gate)).isEqualTo(SPAN.minusMillis(200));
    }

    @Test
    void anUnlimitedRateLimiterIgnoresThrottling() {
        assertThat(RateLimiter.UNLIMITED.onThrottled(Operation.ASSOCIATE_FACES)).isFalse();
    }

    @Test
    void anInteractiveCallWaitsForOneCallOfAJobAtMost() throws Exception {
        BlockingQueue<Duration> waits = new LinkedBlockingQueue<>();
        CountDownLatch go = new CountDownLatch(1);
        RateLimiter desk = RateLimiter.of("eu-central-1", new Ticker() {
            @Override
            public long nanos() {
                return 0;
            }

            @Override
            public void pause(Duration wait) throws InterruptedException {
                waits.add(wait);
                go.await();
            }
        });
        enter(desk, Operation.ASSOCIATE_FACES, 4);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            RateLimiter jobs = desk.forJobs();
            jobs.acquire(Operation.ASSOCIATE_FACES);
            for (int i = 0; i < 20; i++) {
                var _ = threads.submit(() -> {
                    jobs.acquire(Operation.ASSOCIATE_FACES);
                    return null;
                });
            }
            assertThat(waits.take()).isEqualTo(SPAN);
            for (int i = 0; i < 5; i++) {
                var _ = threads.submit(() -> {
                    desk.acquire(Operation.ASSOCIATE_FACES);
                    return null;
                });
            }

            List<Duration> atTheDesk = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                atTheDesk.add(waits.take());
            }
            assertThat(atTheDesk).containsExactly(SPAN, SPAN, SPAN, SPAN, SPAN.multipliedBy(2));
            go.countDown();
        }
        assertThat(waits).as("what the other 19 of the job waited for").hasSize(19);
    }

    private static void enter(RateLimiter gate, Operation operation, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            gate.acquire(operation).completed();
        }
    }
}
