package io.vestibule.rules;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Session;
import io.vestibule.base.CompanyId;
import io.vestibule.base.GuardedTime;
import io.vestibule.rules.who.MemberResolver;
import io.vestibule.settings.SettingsException;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsId;
import java.util.Optional;

/// Shared dependencies of the flows of this package.
///
/// @param vms the VMS in use; requested for each operation, because the settings may change it
public record RulesContext(
        RuleStore store,
        MemberResolver memberResolver,
        RuleCollections collection,
        RuleVms vms,
        Session session,
        AuditLog log,
        GuardedTime clock) {

    RuleStatusEvaluator statusEvaluator() {
        return new RuleStatusEvaluator(memberResolver, collection.get(), clock.instant());
    }

    /// The VMS in use; empty if the configured connection cannot be used.
    public Optional<VmsId> currentVms() {
        try {
            return Optional.of(vms.current());
        } catch (VmsException | SettingsException _) {
            return Optional.empty();
        }
    }

    /// Reads the VMS in use.
    VmsSnapshot fetch(long revision) {
        return VmsSnapshot.fetch(vms.client(vms.current()), clock.instant(), revision);
    }

    /// A rule that can be changed and sent now.
    ///
    /// @throws RuleException `rules.gone`; `rules.other-vms` if it belongs to another VMS than the one in use
    RuleRecord recordHere(RuleId rule) {
        RuleRecord known = record(rule);
        if (currentVms().filter(known::isElsewhere).isPresent()) {
            throw new RuleException(new RuleFailure.BelongsElsewhere());
        }
        return known;
    }

    /// The same for the rules of companies that the console may not be set to.
    public RulesContext with(RuleStore other, MemberResolver people) {
        return new RulesContext(other, people, collection, vms, session, log, clock);
    }

    /// The same for one company, whichever the console is set to.
    public RulesContext of(CompanyId company) {
        return new RulesContext(store, memberResolver, collection.set(company), vms, session, log, clock);
    }

    /// @throws RuleException `rules.gone` also for a rule of another company
    RuleRecord record(RuleId rule) {
        return store.find(rule)
                .filter(known -> known.deletedAt().isEmpty())
                .orElseThrow(() -> new RuleException(new RuleFailure.Gone()));
    }
}
