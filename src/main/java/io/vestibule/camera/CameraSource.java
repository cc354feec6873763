package io.vestibule.camera;

/// The source of this console's live picture.
public enum CameraSource {
    /// A webcam of this computer, whichever is connected.
    WEBCAM,
    /// The configured network camera.
    NETWORK,
    /// A folder of pictures, played like a camera.
    FOLDER,
    /// A recording, played like a camera.
    RECORDING,
    /// Bundled pictures of a sample person, to try capture without a camera.
    SAMPLE,
    /// None: photos come from files.
    NONE
}
