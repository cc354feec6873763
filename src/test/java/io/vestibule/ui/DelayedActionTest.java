package io.vestibule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;

class DelayedActionTest extends FxTest {

    @Test
    void runsOnceOnTheScreensThreadAndNotWhatWasSetBefore() throws Exception {
        var ran = new AtomicInteger();
        var last = new CountDownLatch(1);
        var onScreen = new boolean[1];
        onFx(() -> {
            var delayedAction = new DelayedAction(Duration.millis(20), () -> {
                onScreen[0] = Platform.isFxApplicationThread();
                ran.incrementAndGet();
            });
            delayedAction.start();
            delayedAction.start();
            var stopped = new DelayedAction(Duration.millis(20), () -> ran.addAndGet(10));
            stopped.start();
            stopped.stop();
            // Started after the others and with a longer delay, it runs after them.
            new DelayedAction(Duration.millis(200), last::countDown).start();
            return true;
        });
        assertThat(last.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).hasValue(1);
        assertThat(onScreen[0]).isTrue();
    }
}
