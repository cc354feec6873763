package io.vestibule.rules;

import io.vestibule.vms.AlertRule;
import io.vestibule.vms.Difference;
import io.vestibule.vms.RawJson;
import io.vestibule.vms.RuleContent;
import java.util.List;
import java.util.Optional;

/// What would be sent.
///
/// @param body the exact body: all of a new rule, only what differs of one that is there; may be empty then
/// @param whole the rule as it would be then
/// @param differences from what the VMS has (`sent`) to what it will have (`kept`); empty for a new rule
public record Preview(RawJson body, boolean isNew, List<Difference> differences, RawJson whole) {

    static Preview of(RuleContent wanted, Optional<AlertRule> there) {
        return there.map(rule -> new Preview(
                        rule.changeTo(wanted),
                        false,
                        Difference.between(rule.raw(), rule.withChange(wanted)),
                        rule.withChange(wanted)))
                .orElseGet(() -> new Preview(wanted.body(), true, List.of(), wanted.body()));
    }
}
