package io.vestibule.vms;

/// The address of the VMS and its licence key.
public record VmsConnection(VmsAddress address, LicenceKey key) {}
