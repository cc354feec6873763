package io.vestibule.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is known about the system clock.
///
/// @param expected the time of the guarded clock
/// @param ahead how far the system clock is ahead of it; negative where it is behind, zero if it is trusted
/// @param contradiction the server whose clock shows another time than the system clock
public record ClockState(boolean trusted, Instant expected, Duration ahead, Optional<Contradiction> contradiction) {

    /// @param server see [TimeSource#name]
    /// @param time of its clock
    public record Contradiction(String server, Instant time) {}

    /// The time of the system clock.
    public Instant system() {
        return expected.plus(ahead);
    }
}
