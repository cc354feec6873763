package io.vestibule.cloud;

import java.time.Duration;

/// Time that passes, so that tests need not wait for it.
public interface Ticker {

    /// The machine's own time. A virtual thread that pauses gives its carrier away.
    Ticker SYSTEM = new Ticker() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
            Thread.sleep(time);
        }
    };

    /// As [System#nanoTime]: only differences mean something.
    long nanos();

    void pause(Duration time) throws InterruptedException;
}
