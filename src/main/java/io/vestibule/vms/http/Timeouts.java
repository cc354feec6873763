package io.vestibule.vms.http;

import java.time.Duration;

/// Timeouts of a call.
///
/// @param connect for the connection, without TLS
/// @param answer for the whole response
public record Timeouts(Duration connect, Duration answer) {

    public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30));
}
