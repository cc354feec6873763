package io.vestibule.camera;

import java.util.List;
import java.util.Optional;

/// Port: the console's camera, whichever it is. Opening, monitoring and retrying run on a separate thread; no method
/// but [#devices] and [#close] waits for hardware. Thread-safe.
public interface Camera extends AutoCloseable {

    /// The connected cameras. Blocks; not for the FX thread.
    List<CameraDevice> devices();

    /// Starts the camera. One that is gone or does not open is skipped for the next one; one that stops sending is
    /// reopened; retries go on until [#stop]. Another start replaces the listener.
    ///
    /// @param remembered id of the camera to try first
    void start(Optional<String> remembered, CameraListener listener);

    /// Turns the camera off, in the background. After this returns the listener gets no more calls, except one that
    /// was already in progress.
    void stop();

    /// Turns the camera off and blocks until it is off.
    @Override
    void close();
}
