package io.vestibule.vms;

/// Where the VMS is and what opens it.
public record VmsConnection(VmsAddress address, LicenceKey key) {}
