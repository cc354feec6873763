package io.vestibule.camera;

import java.util.List;
import java.util.Optional;

/// The camera of this desk, whichever it is. Opening, watching and trying again happen on a thread of its own; none
/// of these methods but [#devices] waits for hardware. Any thread.
public interface Camera extends AutoCloseable {

    /// What is connected now. Blocks, so it is asked in the background.
    List<CameraDevice> devices();

    /// Begins to show what the camera sees. A camera that is gone or does not open is passed over for the next one; one
    /// that stops sending is opened again; all that until [#stop]. Starting again replaces the listener.
    ///
    /// @param remembered id of the camera to try first
    void start(Optional<String> remembered, CameraListener listener);

    /// Turns the camera off, in the background. The listener hears nothing after this has returned, except a call that
    /// was already on its way.
    void stop();

    /// Turns the camera off and waits until it is.
    @Override
    void close();
}
