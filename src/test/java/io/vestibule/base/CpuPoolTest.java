package io.vestibule.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CpuPoolTest {

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void workOfAVirtualThreadRunsOnAPlatformThread() throws Exception {
        var seen = new AtomicReference<Thread>();
        Thread.ofVirtual()
                .start(() -> seen.set(CpuPool.ANALYSIS.run(Thread::currentThread)))
                .join();
        assertThat(seen.get().isVirtual()).isFalse();
        assertThat(seen.get().getName()).startsWith("cpu-analysis-");
    }

    @Test
    void workInsideWorkRunsOnTheSameThreadInsteadOfWaitingForAnother() {
        assertThat(CpuPool.DECODE.<Boolean, RuntimeException>run(() -> {
                    var outer = Thread.currentThread();
                    return CpuPool.DECODE.run(Thread::currentThread).equals(outer);
                }))
                .isTrue();
    }

    @Test
    void whatTheWorkThrowsIsThrownToTheCaller() {
        var checked = new IOException("a");
        assertThatThrownBy(() -> CpuPool.DECODE.run(() -> {
                    throw checked;
                }))
                .isSameAs(checked);
        var unchecked = new IllegalStateException("b");
        assertThatThrownBy(() -> CpuPool.DECODE.run(() -> {
                    throw unchecked;
                }))
                .isSameAs(unchecked);
        var error = new StackOverflowError("c");
        assertThatThrownBy(() -> CpuPool.DECODE.run(() -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    void atMostTwoPicturesAreDecodedAtATimeHoweverManyAsk() throws Exception {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var both = new CountDownLatch(2);
        var callers = Stream.generate(() -> Thread.ofVirtual()
                        .start(() -> CpuPool.DECODE.run(() -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            both.countDown();
                            await(both);
                            return now.decrementAndGet();
                        })))
                .limit(40)
                .toList();
        for (var caller : callers) {
            caller.join();
        }
        assertThat(most).hasValue(2);
    }

    @Test
    void aCallerThatIsInterruptedBeforeItsTurnGivesUpAndItsWorkIsNotDone() throws Exception {
        var release = new CountDownLatch(1);
        var busy = new CountDownLatch(2);
        var holders = Stream.generate(() -> Thread.ofVirtual()
                        .start(() -> CpuPool.DECODE.run(() -> {
                            busy.countDown();
                            await(release);
                            return true;
                        })))
                .limit(2)
                .toList();
        await(busy);
        var done = new AtomicBoolean();
        try {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> CpuPool.DECODE.run(() -> {
                        done.set(true);
                        return true;
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            release.countDown();
        }
        for (var holder : holders) {
            holder.join();
        }
        CpuPool.DECODE.run(() -> true);
        assertThat(done).isFalse();
    }

    @Test
    void workThatHasBegunIsNotInterruptedWithItsCaller() throws Exception {
        var begun = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var seen = new AtomicReference<Boolean>();
        var caller = Thread.ofPlatform().start(() -> {
            var interrupted = CpuPool.ANALYSIS.run(() -> {
                begun.countDown();
                await(release);
                return Thread.currentThread().isInterrupted();
            });
            seen.set(interrupted || !Thread.currentThread().isInterrupted());
        });
        await(begun);
        caller.interrupt();
        release.countDown();
        caller.join();
        assertThat(seen).hasValue(false);
    }
}
