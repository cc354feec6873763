package io.vestibule.rules;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Session;
import io.vestibule.base.GuardedTime;
import io.vestibule.people.CollectionRef;
import io.vestibule.rules.who.MemberResolver;
import io.vestibule.vms.VmsClient;
import java.util.Optional;
import java.util.function.Supplier;

/// Shared dependencies of the flows of this package.
///
/// @param collection of the active company in the service in use; may block for the network on the first call
/// @param vms the client in use; requested for each operation, because the settings may change it
public record RulesContext(
        RuleStore store,
        MemberResolver memberResolver,
        Supplier<CollectionRef> collection,
        Supplier<VmsClient> vms,
        Session session,
        AuditLog log,
        GuardedTime clock) {

    RuleStatusEvaluator statusEvaluator() {
        return new RuleStatusEvaluator(memberResolver, collection.get(), clock.instant());
    }

    /// The rule, also a deleted one, if it belongs to the company that the console is set to.
    Optional<RuleRecord> own(RuleId rule) {
        return store.find(rule)
                .filter(known -> known.company().equals(collection.get().company()));
    }

    /// @throws RuleException `rules.gone` also for a rule of another company
    RuleRecord record(RuleId rule) {
        return own(rule)
                .filter(known -> known.deletedAt().isEmpty())
                .orElseThrow(() -> new RuleException(new RuleFailure.Gone()));
    }
}
