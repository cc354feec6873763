package io.vestibule.vms;

import java.time.Duration;
import java.time.Instant;

/// What the server's clock said.
///
/// @param localTime our clock, halfway between question and answer
/// @param roundTrip how long the answer took; half of it is how far [#skew] may be off
public record ServerTime(Instant serverTime, Instant localTime, Duration roundTrip) {

    /// How far the server is ahead of us; negative where it is behind.
    public Duration skew() {
        return Duration.between(localTime, serverTime);
    }
}
