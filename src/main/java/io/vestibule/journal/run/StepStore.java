package io.vestibule.journal.run;

import io.vestibule.base.CompanyId;
import io.vestibule.base.OrderedUuid;
import io.vestibule.base.Problem;
import io.vestibule.store.CompanyScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The table `step`, and with it the row of each job, as flows and screens use them; what only the runner
/// does is in [ClaimStore]. Joins the transaction of the calling thread, if there is one.
public final class StepStore {

    private static final String SELECT = StepRow.COLUMNS + " from step ";

    private final CompanyScope scope;

    public StepStore(CompanyScope scope) {
        this.scope = scope;
    }

    /// @param delay before the first step is due
    /// @throws io.vestibule.store.StoreException `store.other-company` if the company is not of this scope
    public void insert(UUID job, CompanyId company, List<NewStep> steps, Duration delay, Instant now) {
        scope.requireOwned(company.value());
        scope.transaction(() -> {
            scope.with(handle -> handle.createUpdate(
                            "insert into job (id, company_id, state, due_at, created_at, changed_at)"
                                    + " values (:id, :company, :state, :due, :now, :now)")
                    .bind("id", job)
                    .bind("company", company.value())
                    .bind("state", (steps.isEmpty() ? JobState.ENDED : JobState.WAITING).name())
                    .bind("due", utc(now.plus(delay)))
                    .bind("now", utc(now))
                    .execute());
            for (int place = 0; place < steps.size(); place++) {
                insert(job, place, steps.get(place), place == 0 ? now.plus(delay) : now, now);
            }
        });
    }

    /// Runs `action` after the commit of this thread's transaction; at once outside a transaction.
    public void afterCommit(Runnable action) {
        boolean later = scope.with(handle -> {
            if (handle.isInTransaction()) {
                handle.afterCommit(action);
                return true;
            }
            return false;
        });
        if (!later) {
            action.run();
        }
    }

    private void insert(UUID job, int place, NewStep step, Instant due, Instant now) {
        scope.with(handle -> handle.createUpdate("insert into step (id, job_id, place, kind, subject, state, due_at,"
                        + " attempts, token, created_at, changed_at)"
                        + " values (:id, :job, :place, :kind, :subject, 'WAITING', :due, 0, :token, :now, :now)")
                .bind("id", OrderedUuid.next())
                .bind("job", job)
                .bind("place", place)
                .bind("kind", step.kind().key())
                .bind("subject", step.subject())
                .bind("due", utc(due))
                .bind("token", UUID.randomUUID())
                .bind("now", utc(now))
                .execute());
    }

    /// Drops the waiting and parked steps, and returns their number. A parked step keeps its problem, which
    /// shows why the job was given up. A running step is dropped when it ends, unless it is done then.
    public int drop(UUID job, Instant now) {
        return updateJob(
                job,
                now,
                () -> scope.with(handle -> {
                    handle.createUpdate("update job set drop_requested = true where id = :job"
                                    + " and " + scope.owns("company_id")
                                    + " and exists (select 1 from step where job_id = :job and state = 'RUNNING')")
                            .bind("job", job)
                            .execute();
                    return handle.createUpdate("update step set state = 'DROPPED', changed_at = :now,"
                                    + " problem_code = case when state = 'PARKED' then problem_code end"
                                    + " where job_id = :job and state in ('WAITING', 'PARKED') and "
                                    + scope.ownsJob("job_id"))
                            .bind("now", utc(now))
                            .bind("job", job)
                            .execute();
                }));
    }

    /// Drops the whole job, unless one of its steps was attempted. Returns the number of dropped steps.
    public int dropIfNotStarted(UUID job, Instant now) {
        return scope.inTransaction(() -> {
            lock(job);
            var begun = scope.with(handle -> handle.createQuery(
                            "select attempts from step where job_id = :job and " + scope.ownsJob("job_id"))
                    .bind("job", job)
                    .mapTo(Integer.class)
                    .list());
            return begun.stream().allMatch(attempts -> attempts == 0) ? drop(job, now) : 0;
        });
    }

    /// Makes a waiting or parked job due at once.
    public void retryNow(UUID job, Instant now) {
        updateJob(
                job,
                now,
                () -> scope.with(handle -> handle.createUpdate("update step set state = 'WAITING', due_at = :now,"
                                + " changed_at = :now where job_id = :job and state in ('WAITING', 'PARKED') and "
                                + scope.ownsJob("job_id"))
                        .bind("now", utc(now))
                        .bind("job", job)
                        .execute()));
    }

    /// Jobs that have a problem and wait for a retry or for the operator; in the order of their ids, in which
    /// a transaction that changes several jobs locks them.
    public List<UUID> jobsWithProblems() {
        return scope.with(handle -> handle.createQuery("select distinct job_id from step"
                        + " where state in ('WAITING', 'PARKED') and problem_code is not null and "
                        + scope.ownsJob("job_id") + " order by job_id")
                .mapTo(UUID.class)
                .list());
    }

    /// Codes of the problems that open steps wait for or are parked with.
    public Set<String> openProblemCodes() {
        return scope.with(handle -> handle.createQuery("select distinct problem_code from step"
                        + " where state in ('WAITING', 'PARKED') and problem_code is not null and "
                        + scope.ownsJob("job_id"))
                .mapTo(String.class)
                .collect(Collectors.toSet()));
    }

    /// Changes steps of one job, and updates the row of the job with them. The row is locked first: of two
    /// threads that change steps of one job, each would otherwise derive the job's state without the other's
    /// uncommitted change. What would wait or be parked of a job that was dropped meanwhile is dropped, and
    /// keeps its problem.
    private <T> T updateJob(UUID job, Instant now, Supplier<T> change) {
        return scope.inTransaction(() -> {
            var before = lock(job);
            var outcome = change.get();
            scope.with(handle -> handle.createUpdate("update step set state = 'DROPPED', changed_at = :now"
                            + " where job_id = :job and state in ('WAITING', 'PARKED')"
                            + " and exists (select 1 from job where id = :job and drop_requested and "
                            + scope.owns("company_id")
                            + ")")
                    .bind("now", utc(now))
                    .bind("job", job)
                    .execute());
            var next = next(job);
            var state = next.map(step -> JobState.valueOf(step.state().name())).orElse(JobState.ENDED);
            if (before.filter(JobState.ENDED.name()::equals).isEmpty() || state != JobState.ENDED) {
                scope.with(handle -> handle.createUpdate("update job set state = :state,"
                                + " due_at = coalesce(:due, due_at), changed_at = :now where id = :job and "
                                + scope.owns("company_id"))
                        .bind("state", state.name())
                        .bind("due", next.map(step -> utc(step.due())).orElse(null))
                        .bind("now", utc(now))
                        .bind("job", job)
                        .execute());
            }
            return outcome;
        });
    }

    /// Locks the row of a job until the end of the transaction, and returns its state. Everybody locks it
    /// before changing a step of the job: with one order there is no deadlock.
    private Optional<String> lock(UUID job) {
        return scope.with(handle -> handle.createQuery(
                        "select state from job where id = :job and " + scope.owns("company_id") + " for update")
                .bind("job", job)
                .mapTo(String.class)
                .findOne());
    }

    private Optional<Step> next(UUID job) {
        return steps(job).stream()
                .filter(step -> step.state() != StepState.DONE && step.state() != StepState.DROPPED)
                .findFirst();
    }

    public List<Step> stepsOf(List<UUID> jobs) {
        return scope.with(handle -> handle.createQuery(
                        SELECT + "where job_id in (<jobs>) and " + scope.ownsJob("job_id") + " order by job_id, place")
                .bindList("jobs", jobs)
                .map((rows, _) -> step(rows))
                .list());
    }

    public List<Step> steps(UUID job) {
        return scope.with(handle -> handle.createQuery(
                        SELECT + "where job_id = :job and " + scope.ownsJob("job_id") + " order by place")
                .bind("job", job)
                .map((rows, _) -> step(rows))
                .list());
    }

    public List<Step> openSteps(int limit) {
        return scope.with(handle -> handle.createQuery(SELECT + "where state in ('WAITING', 'RUNNING', 'PARKED') and "
                        + scope.ownsJob("job_id")
                        + " order by due_at, place fetch first :limit rows only")
                .bind("limit", limit)
                .map((rows, _) -> step(rows))
                .list());
    }

    public List<Step> openStepsFor(String subject) {
        return scope.with(handle -> handle.createQuery(SELECT
                        + "where subject = :subject and state in ('WAITING', 'RUNNING', 'PARKED') and "
                        + scope.ownsJob("job_id") + " order by place")
                .bind("subject", subject)
                .map((rows, _) -> step(rows))
                .list());
    }

    static Step step(ResultSet rows) throws SQLException {
        var code = Optional.ofNullable(rows.getString("problem_code"));
        var args = Optional.ofNullable(rows.getString("problem_args")).orElse("");
        return new Step(
                rows.getObject("id", UUID.class),
                rows.getObject("job_id", UUID.class),
                rows.getInt("place"),
                rows.getString("kind"),
                rows.getString("subject"),
                StepState.valueOf(rows.getString("state")),
                rows.getObject("due_at", OffsetDateTime.class).toInstant(),
                rows.getInt("attempts"),
                rows.getString("token"),
                code.map(known -> new Problem(
                        known, args.isEmpty() ? List.of() : List.of(args.split(StepRow.BETWEEN_ARGS, -1)))));
    }

    public static OffsetDateTime utc(Instant instant) {
        return StepRow.utc(instant);
    }
}
