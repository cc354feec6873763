package io.vestibule.rules;

import io.vestibule.vms.AlertRule;
import io.vestibule.vms.Difference;
import io.vestibule.vms.RawJson;
import io.vestibule.vms.RuleContent;
import java.util.List;
import java.util.Optional;

/// What would be sent.
///
/// @param body the exact body: the whole of a new rule, only the differences of an existing one, for which it may be
///     empty
/// @param whole the whole rule as it will be after sending
/// @param differences from what the VMS has (`before`) to what it will have (`after`); empty for a new rule
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
