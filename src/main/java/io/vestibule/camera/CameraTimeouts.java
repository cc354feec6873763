package io.vestibule.camera;

import java.time.Duration;

/// Timeouts of the camera.
///
/// @param stallTimeout time without a picture after which a camera counts as stalled
/// @param retryDelay between attempts to open one
public record CameraTimeouts(Duration stallTimeout, Duration retryDelay) {

    /// Three seconds: slow webcams take two until their first picture.
    public static final CameraTimeouts DEFAULT = new CameraTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(2));
}
