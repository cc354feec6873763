package io.vestibule.camera;

import io.vestibule.photo.Frame;

/// Receives frames and state changes. Called on the camera's own thread, which blocks meanwhile; must return quickly.
public interface CameraListener {

    /// A new picture.
    ///
    /// @param frame leased for the duration of this call; to keep it longer, call [Frame#retain]
    void frame(Frame frame);

    void state(CameraState state);
}
