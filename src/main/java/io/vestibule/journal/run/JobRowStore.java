package io.vestibule.journal.run;

import io.vestibule.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Rows of the tables `job` and `step`, many at a time.
final class JobRowStore {

    private static final Set<StepState> OPEN = Set.of(StepState.WAITING, StepState.RUNNING, StepState.PARKED);

    private final Database database;

    JobRowStore(Database database) {
        this.database = database;
    }

    /// A row of the table `job`.
    record JobRow(UUID id, JobState state, Instant due, boolean dropRequested) {

        JobRow with(JobState next, Instant nextDue) {
            return new JobRow(id, next, nextDue, dropRequested);
        }
    }

    /// Locks the rows of the jobs. Those that others have locked are left out, or waited for.
    List<JobRow> lock(List<UUID> ids, boolean skipLocked) {
        return find(ids, skipLocked ? " for update skip locked" : " for update");
    }

    List<JobRow> find(List<UUID> ids, String locking) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.with(handle -> handle.createQuery(
                        "select id, state, due_at, drop_requested from job where id in (<ids>)" + locking)
                .bindList("ids", ids)
                .map((rows, _) -> new JobRow(
                        rows.getObject("id", UUID.class),
                        JobState.valueOf(rows.getString("state")),
                        rows.getObject("due_at", OffsetDateTime.class).toInstant(),
                        rows.getBoolean("drop_requested")))
                .list());
    }

    /// Steps by job, in their order.
    Map<UUID, List<StepRow>> steps(Collection<JobRow> jobs) {
        if (jobs.isEmpty()) {
            return Map.of();
        }
        var ids = jobs.stream().map(JobRow::id).toList();
        return database
                .with(handle -> handle.createQuery(selectSteps() + "where job_id in (<jobs>) order by job_id, place")
                        .bindList("jobs", ids)
                        .map((rows, _) -> row(rows))
                        .list())
                .stream()
                .collect(Collectors.groupingBy(row -> row.step().job()));
    }

    /// The beginning of a query for [#row].
    String selectSteps() {
        return StepRow.COLUMNS + ", " + database.rows().intact(StepRow.TABLE, StepRow.TABLE) + " from step ";
    }

    StepRow row(ResultSet rows) throws SQLException {
        var step = StepStore.step(rows);
        return new StepRow(
                step,
                Optional.ofNullable(rows.getObject("owner", UUID.class)),
                rows.getLong("version"),
                database.rows().isIntact(rows, StepRow.TABLE, step.id()));
    }

    static boolean isOpen(Step step) {
        return OPEN.contains(step.state());
    }

    /// The row of the job follows its next step; that of a job without one has ended.
    static void follow(JobRow job, Stream<Step> steps, List<JobRow> changed) {
        var next = steps.filter(JobRowStore::isOpen).findFirst();
        changed.add(job.with(
                next.map(step -> JobState.valueOf(step.state().name())).orElse(JobState.ENDED),
                next.map(Step::due).orElse(job.due())));
    }

    void update(List<JobRow> jobs, Instant now) {
        batch(
                "update job set state = :state, due_at = :due, changed_at = :now where id = :id",
                jobs,
                (batch, job) -> batch.bind("state", job.state().name())
                        .bind("due", StepRow.utc(job.due()))
                        .bind("now", StepRow.utc(now))
                        .bind("id", job.id()));
    }

    <T> void batch(String sql, Collection<T> rows, BiConsumer<PreparedBatch, T> values) {
        if (!rows.isEmpty()) {
            database.with(handle -> {
                var batch = handle.prepareBatch(sql);
                rows.forEach(row -> {
                    values.accept(batch, row);
                    batch.add();
                });
                return batch.execute();
            });
        }
    }
}
