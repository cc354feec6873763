package io.vestibule.enrol.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepHandler;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.journal.run.StepState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Which steps may run at the same time.
@Timeout(60)
class StepLocksTest {

    private static final Step STEP = new Step(
            UUID.randomUUID(),
            UUID.randomUUID(),
            0,
            "any",
            "subject",
            StepState.RUNNING,
            Instant.EPOCH,
            0,
            "token",
            Optional.empty());

    private final StepLocks stepLocks = new StepLocks();
    private final List<String> order = new CopyOnWriteArrayList<>();

    private static Thread start(StepHandler handler) {
        return Thread.ofPlatform().daemon().start(() -> handler.perform(STEP));
    }

    private static void awaitBlockedOrEnded(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
    }

    private StepHandler holding(String name, CountDownLatch entered, CountDownLatch released) {
        return _ -> {
            entered.countDown();
            await(released);
            order.add(name);
            return StepOutcome.DONE;
        };
    }

    private StepHandler noting(String name) {
        return _ -> {
            order.add(name);
            return StepOutcome.DONE;
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("Nobody came");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void stepsThatGiveFacesRunSideBySide() throws Exception {
        var both = new CyclicBarrier(2);
        StepHandler meeting = stepLocks.shared(_ -> {
            try {
                both.await(30, TimeUnit.SECONDS);
                order.add("met");
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return StepOutcome.DONE;
        });
        var first = start(meeting);
        var second = start(meeting);
        first.join();
        second.join();
        assertThat(order).containsExactly("met", "met");
    }

    @Test
    void aStepThatTakesFacesWaitsForThoseThatGiveSome() throws Exception {
        var entered = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        var giving = start(stepLocks.shared(holding("gave", entered, released)));
        await(entered);
        var taking = start(stepLocks.exclusive(noting("took")));
        awaitBlockedOrEnded(taking);
        released.countDown();
        giving.join();
        taking.join();
        assertThat(order).containsExactly("gave", "took");
    }

    @Test
    void nothingRunsBesideAStepThatTakesFaces() throws Exception {
        var entered = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        var taking = start(stepLocks.exclusive(holding("took", entered, released)));
        await(entered);
        var giving = start(stepLocks.shared(noting("gave")));
        awaitBlockedOrEnded(giving);
        released.countDown();
        taking.join();
        giving.join();
        assertThat(order).containsExactly("took", "gave");
    }

    @Test
    void aStepThatFailsEndsItsTurn() {
        var failing = stepLocks.exclusive(_ -> {
            throw new IllegalStateException("failed");
        });
        assertThatThrownBy(() -> failing.perform(STEP)).hasMessage("failed");
        var next = start(stepLocks.exclusive(noting("next")));
        awaitBlockedOrEnded(next);
        assertThat(order).containsExactly("next");
    }
}
