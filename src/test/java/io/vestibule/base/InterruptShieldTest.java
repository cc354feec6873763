package io.vestibule.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InterruptShieldTest {

    private final InterruptShield shield = new InterruptShield();

    private static boolean pending() {
        return Thread.currentThread().isInterrupted();
    }

    @Test
    void outsideAShieldedSectionAnInterruptComesAtOnce() {
        shield.run(() -> {
            shield.interrupt();
            assertThat(Thread.interrupted()).isTrue();
        });
    }

    @Test
    void insideAShieldedSectionAnInterruptWaitsForTheEndOfTheOutermost() {
        shield.run(() -> {
            var inside = InterruptShield.shielded(() -> {
                shield.interrupt();
                var first = pending();
                return InterruptShield.shielded(InterruptShieldTest::pending) || first || pending();
            });
            assertThat(inside).isFalse();
            assertThat(Thread.interrupted()).isTrue();
        });
    }

    @Test
    void anInterruptIsDeliveredAlsoWhenTheSectionFails() {
        shield.run(() -> {
            assertThatThrownBy(() -> InterruptShield.shielded(() -> {
                        shield.interrupt();
                        throw new IllegalStateException("failed");
                    }))
                    .hasMessage("failed");
            assertThat(Thread.interrupted()).isTrue();
        });
    }

    @Test
    void aTaskThatWasCancelledBeforeItBeganIsInterruptedWhenItBegins() {
        shield.interrupt();
        shield.run(() -> assertThat(Thread.interrupted()).isTrue());
    }

    @Test
    void aTaskThatHasEndedIsNotInterrupted() {
        shield.run(() -> {});
        shield.interrupt();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void onAThreadWithoutAShieldAnEarlierInterruptIsKeptForLater() {
        Thread.currentThread().interrupt();
        assertThat(InterruptShield.shielded(InterruptShieldTest::pending)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
