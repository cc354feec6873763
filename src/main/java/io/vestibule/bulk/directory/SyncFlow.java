package io.vestibule.bulk.directory;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.base.ProgressListener;
import io.vestibule.bulk.BulkException;
import io.vestibule.bulk.BulkFailure;
import io.vestibule.bulk.CheckFlow;
import io.vestibule.bulk.ImportContext;
import io.vestibule.bulk.ImportPlan;
import io.vestibule.bulk.ImportRun;
import io.vestibule.bulk.MissingPeople;
import io.vestibule.bulk.MissingPerson;
import io.vestibule.bulk.RowState;
import io.vestibule.bulk.RunFlow;
import io.vestibule.bulk.people.RemovalLimit;
import io.vestibule.bulk.people.RemovePeopleFlow;
import io.vestibule.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keeps the people of the company as the directory has them. People who are new or have changed are imported as from a
/// list; people who are missing are removed after a period of grace.
///
/// Nobody is removed because a reading failed, was incomplete or empty, while the clock is not trusted, or beyond the
/// limit of the settings.
public final class SyncFlow {

    /// The clocks of the directory and of this computer differ; what is read twice changes nothing.
    private static final Duration OVERLAP = Duration.ofMinutes(15);

    private final ImportContext context;
    private final CheckFlow check;
    private final RunFlow run;
    private final RemovePeopleFlow remove;
    private final Directory directory;
    private final LeaverStore leavers;
    private final Settings settings;

    public SyncFlow(
            ImportContext context,
            CheckFlow check,
            RunFlow run,
            RemovePeopleFlow remove,
            Directory directory,
            LeaverStore leavers,
            Settings settings) {
        this.context = context;
        this.check = check;
        this.run = run;
        this.remove = remove;
        this.directory = directory;
        this.leavers = leavers;
        this.settings = settings;
    }

    /// Blocks. Interrupt the thread to stop; the next call goes on.
    ///
    /// @param dry whether only what would happen is found out: nobody is stored, sent or removed
    /// @throws BulkException of `bulk.directory-…`; nothing was changed, or only people were added and updated
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public SyncResult sync(boolean dry, ProgressListener progress) {
        context.enrol().session().require(Permission.IMPORT_PEOPLE);
        context.enrol().session().require(Permission.REMOVE_PEOPLE);
        var company = context.enrol().company().id();
        var begun = context.enrol().clock().instant();
        var plan = directory.plan();
        var named = directory.numbers();
        if (named.isEmpty()) {
            throw new BulkException(new BulkFailure.DirectoryEmpty());
        }
        var checked = check(plan, progress);
        if (dry) {
            var gone = missing(plan, named);
            return result(named, checked, gone.size(), List.of(), Optional.empty());
        }
        checked.ifPresent(one -> run.run(one.id(), progress));
        var gone = missing(plan, named);
        leavers.note(company, gone, begun);
        boolean everyoneSaved = checked.map(one -> context.rows().counts(one.id()))
                .filter(counts -> counts.containsKey(RowState.FAILED))
                .isEmpty();
        if (everyoneSaved) {
            leavers.setSynced(company, directory.fingerprint(), begun.minus(OVERLAP));
        }
        return removeDue(named, checked);
    }

    private Optional<ImportRun> check(ImportPlan plan, ProgressListener progress) {
        try {
            return Optional.of(check.check(plan, progress));
        } catch (BulkException e) {
            if (e.failure() instanceof BulkFailure.NoRows) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private List<PersonId> missing(ImportPlan plan, Set<String> named) {
        return new MissingPeople(context)
                .find(context.enrol().company().id(), plan.origin(), named).stream()
                        .map(MissingPerson::person)
                        .toList();
    }

    private SyncResult removeDue(Set<String> named, Optional<ImportRun> checked) {
        var company = context.enrol().company().id();
        var end = context.enrol().clock().instant().minus(Duration.ofDays(settings.get(DirectoryKeys.GRACE)));
        var all = leavers.all(company);
        var due = all.stream()
                .filter(leaver -> !leaver.since().isAfter(end))
                .map(LeaverStore.Leaver::person)
                .toList();
        if (due.isEmpty() || !context.enrol().clock().isTrusted()) {
            return result(named, checked, all.size(), List.of(), Optional.empty());
        }
        try {
            var removed = remove.removeUnlisted(due, RemovalLimit.of(settings)).done();
            return result(named, checked, all.size() - removed.size(), removed, Optional.empty());
        } catch (BulkException e) {
            return result(named, checked, all.size(), List.of(), Optional.of(e.problem()));
        }
    }

    private SyncResult result(
            Set<String> named, Optional<ImportRun> checked, int gone, List<PersonId> removed, Optional<Problem> held) {
        var counts = checked.map(one -> context.rows().counts(one.id())).orElse(Map.of());
        return new SyncResult(named.size(), checked.map(ImportRun::id), counts, gone, removed, held);
    }
}
