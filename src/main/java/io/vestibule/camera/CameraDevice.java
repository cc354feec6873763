package io.vestibule.camera;

/// A camera that can be opened.
///
/// @param id stable when the camera is unplugged and plugged in again at the same port; saved in the settings
/// @param name given by its maker, for display; not for logs
public record CameraDevice(String id, String name) {}
