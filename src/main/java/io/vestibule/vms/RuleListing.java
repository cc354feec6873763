package io.vestibule.vms;

import java.util.List;

/// The rules of a VMS as they were read at one moment.
///
/// @param rules of all kinds, by id
/// @param unreadable the contents of the rows without an id that can be read. Nothing can be done with such a row,
///     and it may be any rule: as long as there is one, a rule that is not in `rules` may exist all the same
public record RuleListing(List<AlertRule> rules, List<RuleContent> unreadable) {

    public static final RuleListing EMPTY = new RuleListing(List.of(), List.of());

    public RuleListing {
        rules = List.copyOf(rules);
        unreadable = List.copyOf(unreadable);
    }

    /// Whether it is certain that the VMS does not have the rule: it is not listed, and no row is unreadable that
    /// could be it. Where its number belongs to another rule now, it is gone as well.
    public boolean lacks(AlertRule known) {
        return rules.stream().noneMatch(known::isSameRuleAs)
                && (unreadable.isEmpty()
                        || rules.stream().anyMatch(rule -> rule.id().equals(known.id())));
    }
}
