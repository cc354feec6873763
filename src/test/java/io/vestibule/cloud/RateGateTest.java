package io.vestibule.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class RateGateTest {

    private final SimulatedTime time = new SimulatedTime();

    @Test
    void aBurstUpToTheQuotaPassesAtOnceAndTheNextWaits() throws InterruptedException {
        RateGate gate = RateGate.of("eu-central-1", time);
        enter(gate, Operation.ASSOCIATE_FACES, 5);
        assertThat(time.pauses()).isEmpty();

        gate.enter(Operation.ASSOCIATE_FACES);

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void noSecondHoldsMoreThanTheQuota() throws InterruptedException {
        RateGate gate = RateGate.of("eu-central-1", time);
        List<Long> moments = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            gate.enter(Operation.LIST_USERS);
            moments.add(time.nanos());
            time.pause(Duration.ofMillis(30));
        }

        for (int i = 5; i < moments.size(); i++) {
            assertThat(moments.get(i) - moments.get(i - 5)).isGreaterThanOrEqualTo(1_000_000_000L);
        }
        // Nor are calls held back for longer than that: 23 calls at 5 a second begin within 4 seconds and a little.
        assertThat(moments.getLast() - moments.getFirst())
                .isLessThan(Duration.ofMillis(4_200).toNanos());
    }

    @Test
    void operationsDoNotWaitForOneAnother() throws InterruptedException {
        RateGate gate = RateGate.of("eu-central-1", time);
        enter(gate, Operation.ASSOCIATE_FACES, 5);
        enter(gate, Operation.CREATE_USER, 5);

        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void largeRegionsTakeMoreOfSomeOperations() throws InterruptedException {
        RateGate gate = RateGate.of("eu-west-1", time);
        enter(gate, Operation.INDEX_FACES, 50);
        assertThat(time.pauses()).isEmpty();
        enter(gate, Operation.ASSOCIATE_FACES, 6);
        assertThat(time.pauses()).hasSize(1);
    }

    @Test
    void anOpenGateHoldsNobody() throws InterruptedException {
        enter(RateGate.OPEN, Operation.ASSOCIATE_FACES, 10_000);
    }

    @Test
    void anInterruptedCallerStopsWaiting() throws InterruptedException {
        RateGate gate = RateGate.of("eu-central-1", time);
        enter(gate, Operation.ASSOCIATE_FACES, 5);

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> gate.enter(Operation.ASSOCIATE_FACES)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void callersOfManyThreadsShareOneQuota() throws InterruptedException {
        // Time stands still here, so what each caller waits for is the moment that it reserved.
        List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
        RateGate gate = RateGate.of("eu-central-1", new Ticker() {
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
                        gate.enter(Operation.ASSOCIATE_FACES);
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
            expected.addAll(Collections.nCopies(5, Duration.ofSeconds(second)));
        }
        assertThat(waits).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void enter(RateGate gate, Operation operation, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            gate.enter(operation);
        }
    }
}
