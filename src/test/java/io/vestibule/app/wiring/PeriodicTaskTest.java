package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PeriodicTaskTest {

    @Test
    void continuesAfterAFailureUntilItIsClosed() throws Exception {
        var runs = new CountDownLatch(3);
        try (var periodicTask = new PeriodicTask(
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
