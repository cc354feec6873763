package io.vestibule.setup;

import io.vestibule.vms.ServerTime;

/// A VMS that was tried and answered with this key.
public record VmsCheckResult(ServerTime time, int cameras, int groups, int rules) {}
