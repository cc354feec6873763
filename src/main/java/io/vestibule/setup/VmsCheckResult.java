package io.vestibule.setup;

import io.vestibule.vms.ServerTime;

/// Result of a successful test of a VMS and its key.
public record VmsCheckResult(ServerTime time, int cameras, int groups, int rules) {}
