package io.vestibule.rules;

import io.vestibule.audit.Permission;
import io.vestibule.base.CompanyId;
import io.vestibule.vms.AlertRule;

/// An operator decides whether a rule of the VMS is the one that was sent from here and got no answer. Changes
/// only the local data. Permission `MANAGE_RULES`.
public final class AttemptFlow {

    private final RulesContext rulesContext;
    private final PendingResolver pending;
    private final RuleWrites writes;

    AttemptFlow(RulesContext rulesContext, PendingResolver pending, RuleWrites writes) {
        this.rulesContext = rulesContext;
        this.pending = pending;
        this.writes = writes;
    }

    /// The rule is the one that was sent.
    ///
    /// @return the local rule; a new one if the first one was sent once more in the meantime
    /// @throws RuleException `rules.gone` if no such attempt is open any more
    public RuleRecord adopt(AlertRule rule) {
        rulesContext.session().require(Permission.MANAGE_RULES);
        return writes.exclusively(() -> rulesContext.store().inTransaction(() -> {
            RuleId adopted = pending.adopt(company(), rule);
            rulesContext.log().append("rule.attempt-adopted", adopted.toString());
            return rulesContext.record(adopted);
        }));
    }

    /// The rule is another one than any that was sent.
    public void decline(AlertRule rule) {
        rulesContext.session().require(Permission.MANAGE_RULES);
        writes.exclusively(() -> rulesContext.store().inTransaction(() -> {
            pending.decline(company(), rule);
            rulesContext.log().append("rule.attempt-declined", rule.id().toString());
            return true;
        }));
    }

    private CompanyId company() {
        return rulesContext.collection().get().company();
    }
}
