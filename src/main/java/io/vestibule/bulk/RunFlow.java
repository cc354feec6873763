package io.vestibule.bulk;

import io.vestibule.audit.Permission;
import io.vestibule.base.ProgressListener;
import io.vestibule.bulk.source.ImportSource;
import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.PhotoIntake;
import io.vestibule.people.change.PersonCommands;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Enrols the rows of a checked import through the same flow as at the reception desk. Each row is saved in one
/// transaction with the note that it is, so a crash neither loses nor doubles anybody.
///
/// Only a few jobs of an import are in the journal at a time: a person who is enrolled at the desk waits for those, and
/// not for the whole list.
public final class RunFlow {

    private static final int PAGE = 100;

    /// Rows that are prepared at a time. One photo of the desk waits for at most as many photos.
    private static final int WORKERS = 2;

    private final ImportContext context;
    private final Supplier<EnrolFlow> enrol;
    private final Supplier<PhotoIntake> intake;
    private final PersonCommands commands;

    /// @param intake with the screening, as for any photo that is stored
    public RunFlow(
            ImportContext context, Supplier<EnrolFlow> enrol, Supplier<PhotoIntake> intake, PersonCommands commands) {
        this.context = context;
        this.enrol = enrol;
        this.intake = intake;
        this.commands = commands;
    }

    /// Blocks until every row that can be enrolled is sent. Interrupt the thread to pause; call again to go on, also
    /// after a crash.
    ///
    /// @throws BulkException if the list is no longer there, or not checked
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    /// @throws CancellationException if it was paused
    public ImportRun run(UUID id, ProgressListener progress) {
        context.enrol().session().require(Permission.IMPORT_PEOPLE);
        var run = context.run(id);
        if (run.state() == RunState.CHECKING || run.state() == RunState.UNDONE) {
            throw new BulkException(new BulkFailure.NotChecked());
        }
        context.enrol().database().transaction(() -> {
            setState(id, RunState.RUNNING);
            context.enrol().log().append("import.started", id.toString());
        });
        try (var gate = new JobGate(context, id);
                var source = context.sources().open(run.plan().source())) {
            var rows = new RowEnrolment(context, run, enrol.get().of(run.company()), intake.get(), commands);
            enrolRows(run, rows, source, gate, progress);
            gate.awaitAll();
            noteOrigin(run);
            setState(id, RunState.ENDED);
            return context.run(id);
        } catch (RuntimeException e) {
            setState(id, RunState.PAUSED);
            throw e;
        }
    }

    private void enrolRows(
            ImportRun run, RowEnrolment rows, ImportSource source, JobGate gate, ProgressListener progress) {
        var counts = context.rows().counts(run.id());
        var done = new AtomicInteger(counts.getOrDefault(RowState.SENT, 0)
                + counts.getOrDefault(RowState.DONE, 0)
                + counts.getOrDefault(RowState.FAILED, 0));
        int total = done.get() + counts.getOrDefault(RowState.READY, 0);
        try (var workers = new RowWorkers(WORKERS)) {
            int after = 0;
            var page = page(run, after);
            while (!page.isEmpty()) {
                for (var row : page) {
                    after = row.place();
                    gate.enter();
                    workers.submit(() -> {
                        var sent = java.util.Optional.<UUID>empty();
                        try {
                            sent = rows.enrol(row, source.photos());
                        } finally {
                            sent.ifPresentOrElse(gate::follow, gate::leave);
                        }
                        progress.onProgress(done.incrementAndGet(), total);
                    });
                }
                page = page(run, after);
            }
            workers.finish();
        }
    }

    /// People whose rows have not changed are of this list, too.
    private void noteOrigin(ImportRun run) {
        int after = 0;
        var page = unchanged(run, after);
        while (!page.isEmpty()) {
            context.keys()
                    .setOrigin(
                            run.company(),
                            page.stream()
                                    .map(row -> row.content().listed().key())
                                    .toList(),
                            run.plan().origin());
            page = unchanged(run, page.getLast().place());
        }
    }

    private List<ImportRow> unchanged(ImportRun run, int after) {
        return context.rows().page(run.id(), Set.of(RowState.UNCHANGED), after, PAGE);
    }

    private List<ImportRow> page(ImportRun run, int after) {
        return context.rows().page(run.id(), Set.of(RowState.READY), after, PAGE);
    }

    private void setState(UUID run, RunState state) {
        context.runs().setState(run, state, context.enrol().clock().instant());
    }
}
