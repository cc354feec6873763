package io.vestibule.clock;

import java.time.Instant;
import java.util.Optional;

/// A server whose clock is independent of this computer's.
public interface TimeSource {

    /// Lower-case word for the audit log, for example `vms`.
    String name();

    /// The present time by the server. Blocks for the network; empty if it is not configured. Any exception counts as
    /// no answer.
    Optional<Instant> time();
}
