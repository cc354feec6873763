package io.vestibule.photo;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// How much memory this thread has ever asked for: whatever a bomb inflates shows here, freed or not.
final class Allocated {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocated() {}

    static long bytes() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
