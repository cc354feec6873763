package io.vestibule.enrol.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepHandler;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.journal.run.StepState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Which steps may run at the same time.
@Timeout(120)
class StepLocksTest {

    private final StepLocks stepLocks = new StepLocks();
    private final List<String> order = new CopyOnWriteArrayList<>();

    /// A step that concerns the users and photos whose names are in its subject.
    private static Step step(String subject) {
        return new Step(
                UUID.randomUUID(),
                UUID.randomUUID(),
                0,
                "any",
                subject,
                StepState.RUNNING,
                Instant.EPOCH,
                0,
                "token",
                Optional.empty());
    }

    private static Set<String> keys(Step step) {
        return Set.copyOf(Arrays.asList(step.subject().split(" ", -1)));
    }

    private Thread start(String subject, StepHandler handler) {
        return Thread.ofPlatform()
                .daemon()
                .start(() -> stepLocks.locked(StepLocksTest::keys, handler).perform(step(subject)));
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
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("Nobody came");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void stepsAboutDifferentPeopleRunSideBySideWhateverTheyDo() throws Exception {
        var both = new CyclicBarrier(2);
        StepHandler meeting = _ -> {
            try {
                both.await(60, TimeUnit.SECONDS);
                order.add("met");
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return StepOutcome.DONE;
        };
        var first = start("ana photo-1", meeting);
        var second = start("bo photo-2", meeting);
        first.join();
        second.join();
        assertThat(order).containsExactly("met", "met");
    }

    @Test
    void stepsThatShareAPhotoOrAUserRunOneAfterAnother() throws Exception {
        for (var shared : List.of("photo-1", "ana")) {
            order.clear();
            var entered = new CountDownLatch(1);
            var released = new CountDownLatch(1);
            var giving = start("ana photo-1", holding("gave", entered, released));
            await(entered);
            var taking = start("bo " + shared, noting("took"));
            awaitBlockedOrEnded(taking);
            released.countDown();
            giving.join();
            taking.join();
            assertThat(order).containsExactly("gave", "took");
        }
    }

    @Test
    void whoWaitsForSeveralLocksIsNotOvertakenByThoseWhoNeedOnlyOne() throws Exception {
        var entered = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        var first = start("ana", holding("first", entered, released));
        await(entered);
        var many = start("ana bo", noting("many"));
        awaitBlockedOrEnded(many);
        var one = start("bo", noting("one"));
        awaitBlockedOrEnded(one);
        released.countDown();
        for (var thread : List.of(first, many, one)) {
            thread.join();
        }
        assertThat(order).containsExactly("first", "many", "one");
    }

    @Test
    void aStepWhosePhotoWasMovedWhileItWaitedAlsoLocksTheNewOwner() throws Exception {
        var entered = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        var other = start("bo", holding("other", entered, released));
        await(entered);
        var owners = new ArrayDeque<>(List.of(Set.of("photo", "ana"), Set.of("photo", "bo")));
        var moved = Thread.ofPlatform()
                .daemon()
                .start(() -> stepLocks
                        .locked(_ -> owners.size() > 1 ? owners.removeFirst() : owners.getFirst(), noting("moved"))
                        .perform(step("photo")));
        awaitBlockedOrEnded(moved);
        assertThat(order).isEmpty();
        released.countDown();
        other.join();
        moved.join();
        assertThat(order).containsExactly("other", "moved");
    }

    @Test
    void aStepThatFailsReleasesItsLocks() {
        StepHandler failing = stepLocks.locked(StepLocksTest::keys, _ -> {
            throw new IllegalStateException("failed");
        });
        assertThatThrownBy(() -> failing.perform(step("ana"))).hasMessage("failed");
        var next = start("ana", noting("next"));
        awaitBlockedOrEnded(next);
        assertThat(order).containsExactly("next");
    }
}
