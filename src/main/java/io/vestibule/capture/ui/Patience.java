package io.vestibule.capture.ui;

import java.time.Duration;

/// What is offered while a photo of the plan is waited for, so that nobody is held up by a pose.
enum Patience {
    /// The guidance alone.
    GUIDED,
    /// A further hint.
    HINT,
    /// The hint, and the way past this pose.
    SKIP;

    private static final Duration HINT_AFTER = Duration.ofSeconds(5);
    private static final Duration SKIP_AFTER = Duration.ofSeconds(10);

    static Patience of(Duration waiting) {
        if (waiting.compareTo(SKIP_AFTER) >= 0) {
            return SKIP;
        }
        return waiting.compareTo(HINT_AFTER) >= 0 ? HINT : GUIDED;
    }
}
