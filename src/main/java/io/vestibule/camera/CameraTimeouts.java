package io.vestibule.camera;

import java.time.Duration;

/// How long things may take.
///
/// @param stallTimeout without a picture before a camera counts as stalled
/// @param retryDelay between attempts to open one
public record CameraTimeouts(Duration stallTimeout, Duration retryDelay) {

    /// Three seconds: slow webcams take two to their first picture.
    public static final CameraTimeouts DEFAULT = new CameraTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(2));
}
