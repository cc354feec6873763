package io.vestibule.journal.run;

import java.time.Duration;

/// Exponential back-off before a retry: 1, 2, 4, ... seconds, at most five minutes.
public final class Backoff {

    private static final long LONGEST_SECONDS = 300;

    private Backoff() {}

    /// @param attempts number of earlier attempts, 0 or more
    public static Duration delay(int attempts) {
        return Duration.ofSeconds(Math.min(LONGEST_SECONDS, 1L << Math.min(attempts, 20)));
    }
}
