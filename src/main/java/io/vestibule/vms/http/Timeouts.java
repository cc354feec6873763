package io.vestibule.vms.http;

import java.time.Duration;

/// How long a call waits.
///
/// @param connect for a connection, TLS not counted
/// @param answer for the whole answer
public record Timeouts(Duration connect, Duration answer) {

    public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30));
}
