package io.vestibule.rules;

import io.vestibule.rules.week.DayOverride;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RemoteRuleId;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.RuleMeta;
import io.vestibule.vms.VmsId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The creation of a rule on the VMS whose outcome is not known yet, stored before the request is sent. After
/// a lost answer or a crash the rule is searched for on the VMS before the creation is retried, so that it is
/// never created twice. What was sent decides, whatever the draft has become since.
///
/// @param vms the VMS that it was sent to
/// @param existing numbers of all rules that existed there before the first attempt, and of those that an operator
///     declared to be other rules
/// @param content what was sent
/// @param draft from which it was made
public record PendingCreation(
        VmsId vms, Set<Long> existing, RuleContent content, RuleDraft draft, Optional<DayOverride> override) {

    public PendingCreation {
        existing = Set.copyOf(existing);
    }

    Set<RemoteRuleId> existingIds() {
        return existing.stream().map(number -> new RemoteRuleId(vms, number)).collect(Collectors.toSet());
    }

    /// Whether the rule is the one that was sent.
    boolean created(AlertRule rule) {
        return isNew(rule) && rule.content().isSameRuleAs(content);
    }

    /// Whether the rule may be the one that was sent: it has its name, or looks for the same people on the same
    /// cameras.
    boolean resembles(AlertRule rule) {
        return isNew(rule) && (hasSameName(rule) || hasSameTarget(rule));
    }

    private boolean isNew(AlertRule rule) {
        return rule.id().vms().equals(vms) && !existing.contains(rule.id().number());
    }

    private boolean hasSameName(AlertRule rule) {
        return rule.content().name().strip().equalsIgnoreCase(content.name().strip());
    }

    private boolean hasSameTarget(AlertRule rule) {
        return rule.content().meta() instanceof RuleMeta.KnownPeople
                && rule.content().withName(content.name()).isSameRuleAs(content);
    }
}
