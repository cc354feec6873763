package io.vestibule.setup;

import io.vestibule.vms.ServerTime;

/// Result of a successful test of a VMS and its key.
///
/// @param unreadable rules that are not among `rules`, because their id cannot be read
public record VmsCheckResult(ServerTime time, int cameras, int groups, int rules, int unreadable) {}
