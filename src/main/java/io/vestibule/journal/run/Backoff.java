package io.vestibule.journal.run;

import java.time.Duration;

/// How long to wait before trying again: 1, 2, 4, ... seconds, at most five minutes.
public final class Backoff {

    private static final long LONGEST_SECONDS = 300;

    private Backoff() {}

    /// @param attempts how often it was tried before, 0 or more
    public static Duration delay(int attempts) {
        return Duration.ofSeconds(Math.min(LONGEST_SECONDS, 1L << Math.min(attempts, 20)));
    }
}
