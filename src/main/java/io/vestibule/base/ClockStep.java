package io.vestibule.base;

import java.time.Duration;
import java.time.Instant;

/// A correction of the guarded clock that is not passed time. What was scheduled before it keeps the time it had left.
///
/// @param before the time of the guarded clock just before
/// @param now the time just after
/// @param since when the clock began to differ, on the scale of `before`
public record ClockStep(Instant before, Instant now, Instant since) {

    /// A store that holds times which have to be corrected. Called in the transaction that records the step.
    public interface Listener {
        void stepped(ClockStep step);
    }

    /// Positive if the clock was put forward.
    public Duration by() {
        return Duration.between(before, now);
    }

    public boolean isBackward() {
        return now.isBefore(before);
    }

    /// The time at which something is due now that was due at `due`: with the same time left, and at once if its time
    /// was over.
    public Instant reschedule(Instant due) {
        if (due.isAfter(before)) {
            return due.plus(by());
        }
        return due.isAfter(now) ? now : due;
    }
}
