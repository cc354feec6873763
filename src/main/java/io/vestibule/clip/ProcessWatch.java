package io.vestibule.clip;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Ends a process that makes no progress, and itself with that process. Reading from a pipe has no timeout, and native
/// code does not notice an
/// interrupt; ending the process ends both.
final class ProcessWatch {

    private static final long CHECK_MILLIS = 100;

    private final Process process;
    private final long patience;
    private volatile long progress = System.nanoTime();
    private volatile boolean waiting = true;
    private volatile boolean ended;

    ProcessWatch(Process process, Duration patience) {
        this.process = process;
        this.patience = patience.toNanos();
        Thread.ofVirtual().name("clip-watch").start(this::run);
    }

    void progress() {
        progress = System.nanoTime();
    }

    /// Somebody waits for the process from now on.
    void begin() {
        progress();
        waiting = true;
    }

    /// Nobody waits: the process may be blocked because its pictures are not read.
    void pause() {
        waiting = false;
    }

    /// Whether the process was ended for its lack of progress.
    boolean hasEnded() {
        return ended;
    }

    private void run() {
        try {
            while (!process.waitFor(CHECK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (waiting && System.nanoTime() - progress > patience) {
                    ended = true;
                    process.destroyForcibly();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does that
        }
    }
}
