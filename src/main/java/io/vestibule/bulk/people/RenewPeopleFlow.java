package io.vestibule.bulk.people;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.bulk.ImportContext;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.change.PersonCommands;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Renews several people whose signed consent the operator holds, as the People screen renews one.
public final class RenewPeopleFlow {

    private static final String TEXT_VERSION = "1";

    private final ImportContext context;
    private final PersonCommands commands;

    public RenewPeopleFlow(ImportContext context, PersonCommands commands) {
        this.context = context;
        this.commands = commands;
    }

    /// @param until the new expiry; a later one stays
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public BatchResult renew(List<PersonId> people, Instant until) {
        var operator = context.enrol().session().require(Permission.ENROL);
        var basis = new LegalBasis.Consent(
                TEXT_VERSION,
                Locale.getDefault().toLanguageTag(),
                LegalBasis.Method.SIGNED_PAPER,
                context.enrol().clock().instant(),
                operator.id());
        return BatchResult.of(people, context.problems(), person -> {
            var _ = commands.renew(person, basis, until);
        });
    }
}
