package io.vestibule.camera;

import java.util.List;

/// One way to reach cameras.
public interface CameraDriver {

    /// What can be opened now, each with an id that no other driver uses. Blocks. Empty rather than a failure.
    List<CameraDevice> devices();

    /// Opens a camera, at 1280 x 720 where it offers that, in the format that gives the most frames. Blocks.
    ///
    /// @param device one of [#devices]
    Grabber open(CameraDevice device) throws CameraException;
}
