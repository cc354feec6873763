package io.vestibule.camera;

/// Where this desk has its live picture from.
public enum CameraSource {
    /// A webcam of this computer, whichever is there.
    WEBCAM,
    /// The network camera that is set up.
    NETWORK,
    /// A folder of pictures that plays as a camera.
    FOLDER,
    /// Pictures of a sample person that came with the program, to try capture without a camera.
    SAMPLE,
    /// None: photos come from files.
    NONE
}
