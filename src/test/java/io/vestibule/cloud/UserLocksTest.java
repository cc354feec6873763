package io.vestibule.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class UserLocksTest {

    private final UserLocks turns = new UserLocks();
    private final List<String> done = new CopyOnWriteArrayList<>();

    private Thread change(String user, String name, CountDownLatch begun, CountDownLatch leave) {
        return Thread.ofPlatform()
                .start(() -> turns.withLock("c", user, () -> {
                    begun.countDown();
                    await(leave);
                    return done.add(name);
                }));
    }

    @Test
    void changesOfOneUserAreSerialisedAndThoseOfOthersDoNotWait() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        var open = new CountDownLatch(0);
        var first = change("u", "first", begun, leave);
        begun.await();
        var second = change("u", "second", new CountDownLatch(1), open);
        while (second.getState() != Thread.State.WAITING && second.isAlive()) {
            Thread.onSpinWait();
        }

        change("other", "other", new CountDownLatch(1), open).join();

        assertThat(done).containsExactly("other");
        leave.countDown();
        first.join();
        second.join();
        assertThat(done).containsExactly("other", "first", "second");
    }

    @Test
    void anInterruptedWaitMakesNoChange() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> turns.withLock("c", "u", () -> done.add("done")))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(new CloudFailure.Offline()));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
