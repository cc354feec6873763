package io.vestibule.capture;

import java.time.Duration;
import java.time.Instant;

/// Debounces the guidance, so that it does not flicker: another message is shown only after it has held for a while.
/// `GOOD` and `DONE` are shown at once, because waiting for them would cost time.
final class GuidanceDebouncer {

    /// Long enough to outlast a few frames without a detected face, short enough to feel immediate.
    static final Duration HOLD = Duration.ofMillis(350);

    private Guidance current = Guidance.NO_FACE;
    private Guidance next = Guidance.NO_FACE;
    private Instant since = Instant.MIN;

    Guidance update(Guidance seen, Instant now) {
        if (seen == Guidance.GOOD || seen == Guidance.DONE) {
            current = seen;
        }
        if (seen != next) {
            next = seen;
            since = now;
        }
        if (seen != current && !now.isBefore(since.plus(HOLD))) {
            current = seen;
        }
        return current;
    }
}
