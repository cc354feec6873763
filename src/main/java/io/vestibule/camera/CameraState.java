package io.vestibule.camera;

/// The state of the camera.
public sealed interface CameraState {

    /// Not in use; its light is off.
    record Off() implements CameraState {}

    /// Requested; no picture yet.
    record Opening() implements CameraState {}

    /// Delivers pictures.
    record Live(CameraDevice device) implements CameraState {}

    /// No picture. Retried automatically until [Camera#stop].
    record Failed(CameraFailure failure) implements CameraState {}
}
