package io.vestibule.camera;

/// A camera that can be opened.
///
/// @param id stays the same when the camera is unplugged and plugged in again at the same place; what is remembered
/// @param name what its maker calls it, for the screen; not for logs
public record CameraDevice(String id, String name) {}
