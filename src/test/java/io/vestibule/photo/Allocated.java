package io.vestibule.photo;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// Total memory that this thread has allocated, freed or not: whatever a decompression bomb inflates is included.
final class Allocated {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocated() {}

    static long bytes() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
