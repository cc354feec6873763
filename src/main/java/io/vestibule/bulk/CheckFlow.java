package io.vestibule.bulk;

import io.vestibule.audit.Permission;
import io.vestibule.base.ProgressListener;
import io.vestibule.bulk.list.ColumnMapping;
import io.vestibule.bulk.list.ListedPerson;
import io.vestibule.bulk.list.PersonRowReader;
import io.vestibule.bulk.source.ImportSource;
import io.vestibule.bulk.source.RowTable;
import io.vestibule.enrol.PhotoIntake;
import io.vestibule.enrol.PhotoIntake.IntakeResult;
import io.vestibule.vision.Face;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Checks a list with its photos before anybody is enrolled: nothing is sent, and what is found is stored with the
/// import only, sealed.
public final class CheckFlow {

    private static final int BATCH = 50;

    private final ImportContext context;
    private final Supplier<PhotoIntake> intake;
    private final SameFaceSearch comparison;

    /// @param intake without the screening, which would send the photos
    public CheckFlow(ImportContext context, Supplier<PhotoIntake> intake, SameFaceSearch comparison) {
        this.context = context;
        this.intake = intake;
        this.comparison = comparison;
    }

    /// Blocks until every row is checked. Interrupt the thread to cancel; nothing is kept then.
    ///
    /// @throws BulkException if the list cannot be read
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    /// @throws CancellationException if it was cancelled
    public ImportRun check(ImportPlan plan, ProgressListener progress) {
        context.enrol().session().require(Permission.IMPORT_PEOPLE);
        var now = context.enrol().clock().instant();
        var company = context.enrol().company().id();
        try (var source = context.sources().open(plan.source())) {
            var table = source.table(plan.options().text(), plan.options().rule());
            var run = new ImportRun(UUID.randomUUID(), company, RunState.CHECKING, now, now, plan);
            context.runs().insert(run);
            try {
                checkRows(run, source, table, progress);
                context.keys()
                        .remember(
                                company,
                                ColumnMapping.headerDigest(table.header()),
                                plan.mapping().asText());
                comparison.compare(run.id());
                context.runs()
                        .setState(
                                run.id(),
                                RunState.CHECKED,
                                context.enrol().clock().instant());
                return context.run(run.id());
            } catch (RuntimeException e) {
                context.runs().delete(run.id());
                throw e;
            }
        }
    }

    private void checkRows(ImportRun run, ImportSource source, RowTable table, ProgressListener progress) {
        var reader = new PersonRowReader(
                table.header(), run.plan().mapping(), run.plan().options());
        var total = new AtomicInteger();
        table.read(_ -> total.incrementAndGet() > 0);
        if (total.get() == 0) {
            throw new BulkException(new BulkFailure.NoRows());
        }
        var details = new RowDetails(context.enrol(), run.plan().options());
        var check = new RowCheck(context, run, details, intake.get(), source.photos());
        var batch = new Batch(run.id(), progress, total.get());
        try (var workers = new RowWorkers(Runtime.getRuntime().availableProcessors())) {
            table.read(row -> {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("The check was cancelled");
                }
                var listed = reader.read(row);
                workers.submit(() -> batch.add(check.check(listed)));
                return true;
            });
            workers.finish();
        }
        batch.write();
    }

    /// Checks one row again with other values, typed by a person.
    ///
    /// @param changed with the number of the row
    /// @throws BulkException if the list is no longer there
    public ImportRow checkAgain(ImportRow row, ListedPerson changed) {
        var picks = new HashMap<String, FacePick>();
        row.content()
                .photoDigests()
                .forEach(photo -> photo.pick().ifPresent(pick -> picks.put(photo.reference(), pick)));
        return checkAgain(row, changed, picks);
    }

    /// Checks one row again with the face that a person picked.
    ///
    /// @throws BulkException if the list is no longer there
    public ImportRow pick(ImportRow row, GroupPhoto photo, Face face) {
        return checkAgain(row, row.content().listed(), Map.of(photo.reference(), FacePick.of(face)));
    }

    /// The first photo of the row that shows several people.
    ///
    /// @throws BulkException if the list is no longer there
    public Optional<GroupPhoto> groupPhoto(ImportRow row) {
        context.enrol().session().require(Permission.IMPORT_PEOPLE);
        try (var source = context.sources().open(context.run(row.run()).plan().source())) {
            for (var reference : row.content().listed().photos()) {
                if (intake.get().process(source.photos().read(reference)) instanceof IntakeResult.MultipleFaces faces) {
                    return Optional.of(new GroupPhoto(reference, faces));
                }
            }
            return Optional.empty();
        }
    }

    private ImportRow checkAgain(ImportRow row, ListedPerson changed, Map<String, FacePick> picks) {
        context.enrol().session().require(Permission.IMPORT_PEOPLE);
        var run = context.run(row.run());
        try (var source = context.sources().open(run.plan().source())) {
            var details = new RowDetails(context.enrol(), run.plan().options());
            var checked = new RowCheck(context, run, details, intake.get(), source.photos()).check(changed, picks);
            var found = checked.row();
            var next = new ImportRow(
                    row.id(), row.run(), row.place(), found.state(), found.person(), row.job(), found.content());
            checked.face().ifPresent(face -> context.rows().replaceFace(row.id(), face.thumbnail(), face.vector()));
            context.rows().update(next);
            return next;
        }
    }

    /// Rows that are checked, and written many at a time: each commit costs more than a row.
    private final class Batch {

        private final UUID run;
        private final ProgressListener progress;
        private final int total;
        private final List<RowCheck.Checked> waiting = new ArrayList<>();
        private int done;

        Batch(UUID run, ProgressListener progress, int total) {
            this.run = run;
            this.progress = progress;
            this.total = total;
        }

        synchronized void add(RowCheck.Checked checked) {
            waiting.add(checked);
            done++;
            if (waiting.size() >= BATCH) {
                write();
            }
            progress.onProgress(done, total);
        }

        synchronized void write() {
            context.enrol().database().transaction(() -> {
                context.rows()
                        .insert(run, waiting.stream().map(RowCheck.Checked::row).toList());
                waiting.forEach(checked -> checked.face()
                        .ifPresent(
                                face -> context.rows().saveFace(checked.row().id(), face.thumbnail(), face.vector())));
            });
            waiting.clear();
        }
    }
}
