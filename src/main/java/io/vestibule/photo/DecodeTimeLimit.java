package io.vestibule.photo;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import javax.imageio.IIOException;

/// Limits the processor time of one decoding on the thread that creates it. Processor time and not elapsed time: a
/// good photo must not be refused because the machine is busy. A decoder checks it by reading on, every few
/// kilobytes.
final class DecodeTimeLimit {

    /// The decoder used up its time.
    static final class Exceeded extends IIOException {
        private static final long serialVersionUID = 1L;

        Exceeded() {
            super("Decoding takes too long");
        }
    }

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final boolean virtual = Thread.currentThread().isVirtual();
    private final long end;

    DecodeTimeLimit(Duration limit) {
        end = now() + limit.toNanos();
    }

    void check() throws Exceeded {
        if (now() > end) {
            throw new Exceeded();
        }
    }

    /// A virtual thread has no processor time of its own.
    private long now() {
        return virtual || !THREADS.isCurrentThreadCpuTimeSupported()
                ? System.nanoTime()
                : THREADS.getCurrentThreadCpuTime();
    }
}
