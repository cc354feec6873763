package io.vestibule.capture;

import java.time.Duration;
import java.time.Instant;

/// Keeps the message from flickering: another one is told only after it has held for a while. That all is well is told
/// at once, because waiting for it would cost time, and so is that it is done.
final class GuidanceDebouncer {

    /// Long enough to outlast a few frames in which a face is lost, short enough to feel like an answer.
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
