package io.vestibule.rules;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Session;
import io.vestibule.people.CollectionRef;
import io.vestibule.rules.who.Roster;
import io.vestibule.vms.VmsClient;
import java.time.Clock;
import java.util.function.Supplier;

/// What the flows of this room work with.
///
/// @param collection of the active company in the service in use; may block for the network the first time
/// @param vms in use; asked anew each time, because settings may change it
public record Rules(
        RuleStore store,
        Roster roster,
        Supplier<CollectionRef> collection,
        Supplier<VmsClient> vms,
        Session session,
        AuditLog log,
        Clock clock) {

    Judge judge() {
        return new Judge(roster, collection.get(), clock.instant());
    }

    RuleRecord record(RuleId rule) {
        return store.find(rule)
                .filter(known -> known.deleted().isEmpty())
                .orElseThrow(() -> new RuleException(new RuleFailure.Gone()));
    }
}
