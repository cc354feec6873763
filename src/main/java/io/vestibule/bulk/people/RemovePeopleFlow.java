package io.vestibule.bulk.people;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.bulk.ImportContext;
import io.vestibule.people.change.PersonCommands;
import io.vestibule.people.change.Undo;
import java.util.Collection;
import java.util.List;

/// Removes several people as the People screen removes one.
public final class RemovePeopleFlow {

    private final ImportContext context;
    private final PersonCommands commands;

    public RemovePeopleFlow(ImportContext context, PersonCommands commands) {
        this.context = context;
        this.commands = commands;
    }

    /// @param limit beyond which nobody is removed
    /// @throws io.vestibule.bulk.BulkException `bulk.over-limit`
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public BatchResult remove(List<PersonId> people, RemovalLimit limit) {
        requireAllowed(people, limit);
        return BatchResult.of(people, context.problems(), person -> {
            var _ = commands.remove(person);
        });
    }

    /// As [#remove], for people whom a list no longer names: it may name them again later.
    public BatchResult removeUnlisted(List<PersonId> people, RemovalLimit limit) {
        requireAllowed(people, limit);
        return BatchResult.of(
                people,
                context.problems(),
                person -> context.enrol().database().transaction(() -> {
                    var _ = commands.remove(person);
                    context.enrol().log().append("person.removed-by-list", person.toString());
                }));
    }

    /// Whether [#remove] would begin.
    ///
    /// @throws io.vestibule.bulk.BulkException `bulk.over-limit`
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public void requireAllowed(List<PersonId> people, RemovalLimit limit) {
        context.enrol().session().require(Permission.REMOVE_PEOPLE);
        limit.require(
                people.size(),
                context.enrol()
                        .people()
                        .persons()
                        .count(context.enrol().company().id()));
    }

    /// Brings those back who can still be brought back.
    ///
    /// @return number of people
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public int undo(Collection<PersonId> people) {
        context.enrol().session().require(Permission.REMOVE_PEOPLE);
        return (int) commands.undoable().stream()
                .filter(undo -> undo.kind() == Undo.ChangeKind.REMOVE && people.contains(undo.person()))
                .filter(Undo::undo)
                .count();
    }
}
