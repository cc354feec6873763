package io.vestibule.camera;

import java.util.List;

/// Port: one kind of access to cameras.
public interface CameraDriver {

    /// The cameras that can be opened now, each with an id that no other driver uses. Blocks. Empty on a failure.
    List<CameraDevice> devices();

    /// Opens a camera, at 1280 x 720 where it offers that, in the format with the highest frame rate. Blocks.
    ///
    /// @param device one of [#devices]
    Grabber open(CameraDevice device) throws CameraException;
}
