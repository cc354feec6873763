package io.vestibule.bulk;

import io.vestibule.audit.Permission;
import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.bulk.list.Field;
import io.vestibule.people.PersonKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Who came from an earlier version of a list and is in no row of the latest one. A row that is refused or left out
/// names
/// its person all the same.
public final class MissingPeople {

    private static final int PAGE = 500;

    /// After such a fault the list may go on somewhere else: a missing quotation mark swallows the rows behind it.
    private static final Set<String> UNREADABLE =
            Set.of("bulk.row-damaged", "bulk.cell-too-long", "bulk.row-too-wide", "bulk.key-unfit");

    private final ImportContext context;

    public MissingPeople(ImportContext context) {
        this.context = context;
    }

    /// By their number. Nobody on the watch list is among them.
    ///
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    /// @throws BulkException `bulk.run-gone`
    public List<MissingPerson> find(UUID id) {
        var run = context.run(id);
        var named = new HashSet<String>();
        context.rows()
                .all(id, EnumSet.allOf(RowState.class))
                .forEach(row ->
                        named.add(PersonKeyStore.normal(row.content().listed().key())));
        return find(run.company(), run.plan().origin(), named);
    }

    /// @param origin of the list, see [ImportPlan#origin]
    /// @param named numbers of everybody whom the latest version names, in small letters
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public List<MissingPerson> find(CompanyId company, String origin, Set<String> named) {
        context.enrol().session().require(Permission.IMPORT_PEOPLE);
        var missing = new LinkedHashMap<PersonId, MissingPerson>();
        var page = context.keys().ofOrigin(company, origin, "", PAGE);
        while (!page.isEmpty()) {
            for (var key : page) {
                if (!named.contains(key.key())
                        && context.keys().of(key.person()).stream().noneMatch(named::contains)) {
                    context.enrol()
                            .people()
                            .persons()
                            .find(key.person())
                            .filter(person -> person.kind() != PersonKind.WATCH)
                            .ifPresent(person -> missing.putIfAbsent(
                                    person.id(), new MissingPerson(person.id(), key.key(), person.name())));
                }
            }
            page = context.keys().ofOrigin(company, origin, page.getLast().key(), PAGE);
        }
        return List.copyOf(missing.values());
    }

    /// Whether the list tells for certain who is missing from it.
    ///
    /// @throws BulkException `bulk.not-checked`, `bulk.missing-no-numbers`, `bulk.missing-unsure`
    public void requireCertain(UUID id) {
        var run = context.run(id);
        if (run.state() != RunState.ENDED) {
            throw new BulkException(new BulkFailure.NotChecked());
        }
        if (!run.plan().mapping().columns().containsKey(Field.KEY)) {
            throw new BulkException(new BulkFailure.MissingNoNumbers());
        }
        var unreadable = new ArrayList<Integer>();
        context.rows()
                .all(id, EnumSet.allOf(RowState.class))
                .filter(MissingPeople::isUnreadable)
                .forEach(row -> unreadable.add(row.place()));
        if (!unreadable.isEmpty()) {
            throw new BulkException(new BulkFailure.MissingUnsure(unreadable.size(), unreadable.getFirst()));
        }
    }

    private static boolean isUnreadable(ImportRow row) {
        return row.content().listed().key().isEmpty()
                || row.content().issues().stream().anyMatch(issue -> UNREADABLE.contains(issue.code()));
    }
}
