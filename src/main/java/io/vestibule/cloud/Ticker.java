package io.vestibule.cloud;

import java.time.Duration;

/// Time source, so that tests need not wait.
public interface Ticker {

    /// The system time. A pause on a virtual thread releases its carrier thread.
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

    /// As [System#nanoTime]: only differences are meaningful.
    long nanos();

    void pause(Duration time) throws InterruptedException;
}
