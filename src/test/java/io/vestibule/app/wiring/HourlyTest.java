package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HourlyTest {

    @Test
    void goesOnAfterAFailureUntilItIsClosed() throws Exception {
        var runs = new CountDownLatch(3);
        try (var hourly = new Hourly(
                () -> {
                    runs.countDown();
                    throw new IllegalStateException("once more");
                },
                Duration.ofMillis(50))) {
            hourly.start();
            assertThat(runs.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
