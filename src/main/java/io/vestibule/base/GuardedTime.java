package io.vestibule.base;

import java.time.InstantSource;

/// The time by which everything is scheduled: due times, expiry, retention, calendars. It never jumps: while the
/// system clock is not trusted it continues from the last trusted time.
public interface GuardedTime extends InstantSource {

    /// Whether the date can be relied on. While it is false, nothing may be erased, expired or sent because of a date;
    /// what waits for a duration, such as an undo window, goes on.
    boolean isTrusted();
}
