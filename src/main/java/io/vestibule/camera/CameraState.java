package io.vestibule.camera;

/// What the camera is doing.
public sealed interface CameraState {

    /// Not wanted by anybody; its light is off.
    record Off() implements CameraState {}

    /// Wanted; no picture yet.
    record Opening() implements CameraState {}

    /// Pictures come.
    record Live(CameraDevice device) implements CameraState {}

    /// No picture. It is tried again by itself until [Camera#stop].
    record Failed(CameraFailure failure) implements CameraState {}
}
