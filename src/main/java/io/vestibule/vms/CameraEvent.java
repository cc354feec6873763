package io.vestibule.vms;

/// An event that a camera knows, such as `motion`.
///
/// @param on whether the VMS takes it in; a rule that waits for an event which is off never fires
public record CameraEvent(String name, boolean on) {}
