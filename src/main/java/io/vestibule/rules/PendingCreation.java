package io.vestibule.rules;

import io.vestibule.rules.week.DayOverride;
import io.vestibule.vms.RuleContent;
import java.util.Optional;
import java.util.Set;

/// A new rule on its way to the VMS, written down before it goes: whatever happens then, it is looked for before it is
/// sent again, so that there is never a second one.
///
/// @param existingIds ids of all rules that were there before
public record PendingCreation(
        Set<Long> existingIds, RuleContent content, RuleDraft draft, Optional<DayOverride> override) {

    public PendingCreation {
        existingIds = Set.copyOf(existingIds);
    }
}
