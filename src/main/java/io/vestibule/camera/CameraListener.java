package io.vestibule.camera;

import io.vestibule.photo.Frame;

/// The one who watches. Called on the camera's own thread; must be quick, for the camera waits meanwhile.
public interface CameraListener {

    /// A new picture.
    ///
    /// @param frame lent for the time of this call; whoever wants it longer takes [Frame#retain]
    void frame(Frame frame);

    void state(CameraState state);
}
