package io.vestibule.vms;

/// An event that a camera supports, such as `motion`.
///
/// @param on whether the VMS receives it; a rule for an event that is off never fires
public record CameraEvent(String name, boolean on) {}
