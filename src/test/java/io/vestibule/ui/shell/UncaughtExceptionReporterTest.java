package io.vestibule.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UncaughtExceptionReporterTest {

    private final List<Problem> shown = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final UncaughtExceptionReporter handler = new UncaughtExceptionReporter(() -> now, shown::add);

    @Test
    void theSameFailureAgainAtOnceIsShownOnceOnly() {
        for (int i = 0; i < 60; i++) {
            fail(new IllegalStateException());
            now = now.plusMillis(16);
        }

        assertThat(shown).hasSize(1);
    }

    @Test
    void theSameFailureLaterIsShownAgain() {
        fail(new IllegalStateException());
        now = now.plusSeconds(2);
        fail(new IllegalStateException());

        assertThat(shown).hasSize(2).allMatch(shown.getFirst()::equals);
    }

    @Test
    void anotherFailureIsShownAtOnce() {
        fail(new IllegalStateException());
        fail(new IllegalArgumentException());

        assertThat(shown).hasSize(2);
    }

    private void fail(RuntimeException failure) {
        handler.uncaughtException(Thread.currentThread(), failure);
    }
}
