package io.vestibule.base;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Unique ids that grow with time (UUID version 7, RFC 9562): rows that are inserted one after another lie beside each
/// other in an index on such an id. With random ids every change of a row writes pages of its own.
///
/// Only for ids that may tell when they were made.
public final class OrderedUuid {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;

    /// Milliseconds since 1970, then a counter of 12 bits.
    private static final AtomicLong LAST = new AtomicLong();

    private OrderedUuid() {}

    /// Greater than every id that this process made before, whatever the system clock does.
    public static UUID next() {
        long now = tick(System.currentTimeMillis() << COUNTER_BITS);
        long high = ((now >>> COUNTER_BITS) << 16) | 0x7000 | (now & 0xFFF);
        long low = (RANDOM.nextLong() >>> 2) | (1L << 63);
        return new UUID(high, low);
    }

    private static long tick(long now) {
        return LAST.updateAndGet(last -> Math.max(last + 1, now));
    }
}
