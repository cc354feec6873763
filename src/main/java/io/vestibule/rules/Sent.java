package io.vestibule.rules;

import io.vestibule.vms.AlertRule;
import java.time.Instant;

/// What was sent last.
///
/// @param rule as the VMS had it right afterwards
/// @param draft that it was made of
public record Sent(AlertRule rule, RuleDraft draft, Instant at) {}
