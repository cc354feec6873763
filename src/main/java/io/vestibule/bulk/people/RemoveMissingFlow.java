package io.vestibule.bulk.people;

import io.vestibule.audit.Permission;
import io.vestibule.bulk.ImportContext;
import io.vestibule.bulk.MissingPeople;
import io.vestibule.bulk.MissingPerson;
import java.util.UUID;
import java.util.function.Supplier;

/// Removes whom the latest version of a list no longer names. Only on demand, and not beyond the limit of the settings:
/// a
/// list that is cut off looks like people who left.
public final class RemoveMissingFlow {

    private final ImportContext context;
    private final RemovePeopleFlow remove;
    private final Supplier<RemovalLimit> limit;

    public RemoveMissingFlow(ImportContext context, RemovePeopleFlow remove, Supplier<RemovalLimit> limit) {
        this.context = context;
        this.remove = remove;
        this.limit = limit;
    }

    /// @param run that has ended
    /// @throws io.vestibule.bulk.BulkException `bulk.over-limit`, `bulk.missing-unsure`, `bulk.missing-no-numbers`,
    ///     `bulk.not-checked`; nobody was removed
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public BatchResult remove(UUID run) {
        context.enrol().session().require(Permission.IMPORT_PEOPLE);
        var missing = new MissingPeople(context);
        missing.requireCertain(run);
        var result = remove.removeUnlisted(
                missing.find(run).stream().map(MissingPerson::person).toList(), limit.get());
        context.enrol().log().append("import.missing-removed", run.toString());
        return result;
    }
}
