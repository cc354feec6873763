package io.vestibule.rules;

import io.vestibule.base.CompanyId;
import java.time.Instant;
import java.util.UUID;

/// A creation without an answer after which the rule was sent once more. The VMS may still store it.
///
/// @param rule the rule that was sent; it may have been deleted meanwhile
/// @param at when it was found to have no answer
record RuleAttempt(UUID id, CompanyId company, RuleId rule, PendingCreation creation, Instant at) {}
