package io.vestibule.journal;

import io.vestibule.journal.run.JobState;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepStore;
import io.vestibule.store.CompanyScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// The table `job`: one row per job, updated together with its steps so that lists and counts need not read all
/// steps.
final class JobStore {

    private static final String COLUMNS = "select id, state, due_at, created_at, changed_at from job where ";

    /// Cursor that precedes every job.
    private static final JobCursor START = new JobCursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final CompanyScope scope;
    private final StepStore steps;

    JobStore(CompanyScope scope, StepStore steps) {
        this.scope = scope;
        this.steps = steps;
    }

    /// Jobs in one state other than ended, newest first.
    List<JobRecord> byCreated(JobState state, Optional<JobCursor> after, int limit) {
        return page(state, "created_at", after, limit);
    }

    /// Jobs that have ended, the latest first.
    List<JobRecord> ended(Optional<JobCursor> after, int limit) {
        return page(JobState.ENDED, "changed_at", after, limit);
    }

    private List<JobRecord> page(JobState state, String order, Optional<JobCursor> after, int limit) {
        var cursor = after.orElse(START);
        // With the state in the order and an upper bound even for the first page, the database reads one index range.
        var rowsOfPage = scope.with(handle -> handle.createQuery(COLUMNS
                        + scope.owns("company_id")
                        + " and state = :state and %1$s <= :at and (%1$s < :at or id < :job)".formatted(order)
                        + " order by " + scope.sorts("company_id")
                        + "state, %s desc, id desc fetch first :limit rows only".formatted(order))
                .bind("state", state.name())
                .bind("limit", limit)
                .bind("at", StepStore.utc(cursor.at()))
                .bind("job", cursor.job())
                .map((rows, _) -> head(rows))
                .list());
        if (rowsOfPage.isEmpty()) {
            return rowsOfPage;
        }
        Map<UUID, List<Step>> byJob = steps
                .stepsOf(rowsOfPage.stream().map(JobRecord::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Step::job));
        return rowsOfPage.stream()
                .map(head -> new JobRecord(
                        head.id(),
                        head.state(),
                        head.due(),
                        head.created(),
                        head.changed(),
                        byJob.getOrDefault(head.id(), List.of())))
                .toList();
    }

    Optional<JobRecord> find(UUID job) {
        return scope.with(handle -> handle.createQuery(COLUMNS + "id = :id and " + scope.owns("company_id"))
                        .bind("id", job)
                        .map((rows, _) -> head(rows))
                        .findOne())
                .map(head ->
                        new JobRecord(job, head.state(), head.due(), head.created(), head.changed(), steps.steps(job)));
    }

    JobCounts counts() {
        Map<JobState, Long> counts = new EnumMap<>(JobState.class);
        scope.with(handle -> handle.createQuery(
                                "select state, count(*) from job where " + scope.owns("company_id") + " group by state")
                        .map((rows, _) -> Map.entry(JobState.valueOf(rows.getString(1)), rows.getLong(2)))
                        .list())
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return new JobCounts(
                counts.getOrDefault(JobState.WAITING, 0L),
                counts.getOrDefault(JobState.RUNNING, 0L),
                counts.getOrDefault(JobState.PARKED, 0L),
                counts.getOrDefault(JobState.ENDED, 0L));
    }

    private static JobRecord head(ResultSet rows) throws SQLException {
        return new JobRecord(
                rows.getObject("id", UUID.class),
                JobState.valueOf(rows.getString("state")),
                instant(rows, "due_at"),
                instant(rows, "created_at"),
                instant(rows, "changed_at"),
                List.of());
    }

    private static Instant instant(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }
}
