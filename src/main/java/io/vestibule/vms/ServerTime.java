package io.vestibule.vms;

import java.time.Duration;
import java.time.Instant;

/// The time of the server's clock.
///
/// @param localTime the local clock, halfway between request and response
/// @param roundTrip duration of the request; [#skew] is accurate to half of it
public record ServerTime(Instant serverTime, Instant localTime, Duration roundTrip) {

    /// How far the server's clock is ahead of the local one; negative where it is behind.
    public Duration skew() {
        return Duration.between(localTime, serverTime);
    }
}
