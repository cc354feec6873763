package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PeriodicTaskTest {

    @Test
    void theFirstRunIsAtOnceAndItsFailureDoesNotReachTheCaller() {
        var runs = new AtomicInteger();
        try (var periodicTask = new PeriodicTask(
                "test",
                () -> {
                    runs.incrementAndGet();
                    throw new IllegalStateException("at the start");
                },
                Duration.ofHours(1))) {
            periodicTask.start();
            assertThat(runs).hasValue(1);
        }
    }

    @Test
    void continuesAfterAFailureUntilItIsClosed() throws Exception {
        var runs = new CountDownLatch(3);
        try (var periodicTask = new PeriodicTask(
                "test",
                () -> {
                    runs.countDown();
                    throw new IllegalStateException("once more");
                },
                Duration.ofMillis(50))) {
            periodicTask.start();
            assertThat(runs.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
