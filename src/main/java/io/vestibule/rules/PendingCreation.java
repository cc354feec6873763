package io.vestibule.rules;

import io.vestibule.rules.week.DayOverride;
import io.vestibule.vms.RuleContent;
import java.util.Optional;
import java.util.Set;

/// The creation of a rule on the VMS whose outcome is not known yet, stored before the request is sent. After a lost
/// answer or a crash the rule is searched for on the VMS before the creation is retried, so that it is never created
/// twice.
///
/// @param existingIds ids of all rules that existed before the first attempt
public record PendingCreation(
        Set<Long> existingIds, RuleContent content, RuleDraft draft, Optional<DayOverride> override) {

    public PendingCreation {
        existingIds = Set.copyOf(existingIds);
    }
}
