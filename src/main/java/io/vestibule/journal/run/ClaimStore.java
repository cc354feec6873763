package io.vestibule.journal.run;

import io.vestibule.base.Problem;
import io.vestibule.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one runner does to the tables `job` and `step`: claims steps that are due, completes them, and
/// releases those that nobody performs any more. Every method changes many jobs in one transaction, or joins
/// that of the caller.
///
/// Several runners, also of several processes, may share the tables:
/// - A running step has an owner and the version of its claim. A completion is written only with both, so
///   that the late answer of a runner that lost its lease changes nothing.
/// - A lease ends by the clock of the database, never by that of a computer.
/// - Rows of jobs are locked before those of their steps; a job that somebody else has locked is skipped and
///   never waited for.
final class ClaimStore {

    /// How long a runner may be silent before another one performs its steps. It renews its leases three
    /// times as often.
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final String UNTIL = "current_timestamp + interval '" + LEASE.toSeconds() + "' second";

    /// A job that became due this recently is new.
    private static final Duration RECENT = Duration.ofSeconds(10);

    private final Database database;
    private final JobRowStore jobRows;
    private final UUID owner;

    ClaimStore(Database database, UUID owner) {
        this.database = database;
        this.jobRows = new JobRowStore(database);
        this.owner = owner;
    }

    /// What became of the completions of one transaction.
    ///
    /// @param written stored
    /// @param fenced not stored, because the claim was lost: the step was released and may be claimed by
    ///     another runner @param next claims of the next steps of the jobs, made in the same transaction
    record Written(List<Completion> written, List<Completion> fenced, List<Claim> next) {}

    /// Claims the next step of the job, if it is due.
    Optional<Claim> claim(UUID job, Instant now) {
        return database.inTransaction(() ->
                claim(jobRows.lock(List.of(job), false), now).stream().findFirst());
    }

    /// Claims the next steps of jobs that are due: the longest due first. Every fourth claim is for a job
    /// that became due a moment ago, so that what a person has just saved does not wait behind a transfer of
    /// thousands.
    ///
    /// @param turn number of claims so far, decides which ones are for new jobs
    /// @param limit number of claims
    List<Claim> claimDue(long turn, int limit, Instant now) {
        return database.inTransaction(() -> {
            var fresh = (int) Stream.iterate(turn, next -> next + 1)
                    .limit(limit)
                    .filter(next -> next % 4 == 3)
                    .count();
            var recent = fresh == 0 ? List.<UUID>of() : due(now.minus(RECENT), now, fresh);
            // What this transaction has locked already is found again.
            var longest = due(Instant.EPOCH, now, limit);
            var chosen = Stream.of(longest.stream().limit(limit - recent.size()), recent.stream(), longest.stream())
                    .flatMap(Function.identity())
                    .distinct()
                    .limit(limit)
                    .toList();
            var jobs = new ArrayList<>(jobRows.find(chosen, ""));
            jobs.sort(Comparator.comparingInt(job -> chosen.indexOf(job.id())));
            return claim(jobs, now);
        });
    }

    /// When the next waiting job is due.
    Optional<Instant> nextDue() {
        return database.with(handle -> handle.createQuery("select min(due_at) from job where state = 'WAITING'")
                .map((rows, _) -> Optional.ofNullable(rows.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .one());
    }

    private List<UUID> due(Instant after, Instant now, int limit) {
        return database.with(handle -> handle.createQuery("select id from job"
                        + " where state = 'WAITING' and due_at > :after and due_at <= :now"
                        + " order by state, due_at fetch first :limit rows only for update skip locked")
                .bind("after", StepRow.utc(after))
                .bind("now", StepRow.utc(now))
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
    }

    private List<Claim> claim(List<JobRowStore.JobRow> jobs, Instant now) {
        var claims = new ArrayList<Claim>();
        var damaged = new ArrayList<Step>();
        var changed = new ArrayList<JobRowStore.JobRow>();
        var rows = jobRows.steps(jobs);
        for (var job : jobs) {
            var steps = rows.getOrDefault(job.id(), List.of());
            var next = steps.stream()
                    .filter(row -> JobRowStore.isOpen(row.step()))
                    .findFirst()
                    .filter(row -> isDue(row.step(), now));
            if (next.isPresent() && !next.get().intact()) {
                damaged.add(next.get().step());
                changed.add(job.with(JobState.PARKED, next.get().step().due()));
            } else if (next.isPresent()) {
                claims.add(new Claim(next.get().step(), next.get().version() + 1));
                changed.add(job.with(JobState.RUNNING, next.get().step().due()));
            } else if (job.state() == JobState.WAITING && !job.due().isAfter(now)) {
                // Such a row would be found again and again.
                JobRowStore.follow(job, steps.stream().map(StepRow::step), changed);
            }
        }
        write(claims, now);
        park(damaged, now);
        jobRows.update(changed, now);
        return claims;
    }

    /// A damaged step could do anything to anybody: it waits for a person.
    private void park(List<Step> damaged, Instant now) {
        jobRows.batch(
                "update step set state = 'PARKED', problem_code = 'store.damaged-row', problem_args = :args,"
                        + " changed_at = :now where id = :id",
                damaged,
                (batch, step) -> batch.bind("args", StepRow.TABLE + StepRow.BETWEEN_ARGS + step.id())
                        .bind("now", StepRow.utc(now))
                        .bind("id", step.id()));
    }

    static boolean isDue(Step step, Instant now) {
        return step.state() == StepState.WAITING && !step.due().isAfter(now);
    }

    private void write(List<Claim> claims, Instant now) {
        jobRows.batch(
                "update step set state = 'RUNNING', attempts = attempts + 1, owner = :owner, version = :version,"
                        + " leased_until = " + UNTIL + ", changed_at = :now where id = :id",
                claims,
                (batch, claim) -> batch.bind("owner", owner)
                        .bind("version", claim.version())
                        .bind("now", StepRow.utc(now))
                        .bind("id", claim.step().id()));
    }

    /// Writes one completion; waits for the job while others have it locked.
    Written complete(Completion completion, Instant now) {
        return complete(List.of(completion), false, false, now);
    }

    /// Writes completions. Those of jobs that are locked by others are neither written nor fenced.
    ///
    /// @param claimNext whether the next step of each job is claimed, if it is due at once
    Written complete(Collection<Completion> completions, boolean claimNext, Instant now) {
        return complete(completions, claimNext, true, now);
    }

    private Written complete(Collection<Completion> completions, boolean claimNext, boolean skipLocked, Instant now) {
        if (completions.isEmpty()) {
            return new Written(List.of(), List.of(), List.of());
        }
        return database.inTransaction(() -> {
            var ids = completions.stream()
                    .map(completion -> completion.claim().step().job())
                    .distinct()
                    .toList();
            var jobs = jobRows.lock(ids, skipLocked).stream()
                    .collect(Collectors.toMap(JobRowStore.JobRow::id, Function.identity()));
            var gone = missing(ids, jobs.keySet());
            var rows = jobRows.steps(jobs.values());
            var group = new CompletionGroup(owner, now, claimNext);
            for (var completion : completions) {
                var id = completion.claim().step().job();
                var job = jobs.get(id);
                if (job != null) {
                    group.add(completion, job, rows.getOrDefault(id, List.of()));
                } else if (gone.contains(id)) {
                    group.fenced.add(completion);
                }
            }
            write(group, now);
            return new Written(group.written, group.fenced, group.next);
        });
    }

    private void write(CompletionGroup group, Instant now) {
        jobRows.batch(
                "update step set state = :state, attempts = :attempts, due_at = :due, token = :token,"
                        + " problem_code = :code, problem_args = :args, owner = null, leased_until = null,"
                        + " changed_at = :now where id = :id",
                group.completed,
                (batch, done) -> batch.bind("state", done.step().state().name())
                        .bind("attempts", done.attempts())
                        .bind("due", StepRow.utc(done.step().due()))
                        .bind("token", UUID.fromString(done.step().token()))
                        .bind("code", done.step().problem().map(Problem::code).orElse(null))
                        .bind("args", StepRow.joinArgs(done.step().problem()))
                        .bind("now", StepRow.utc(now))
                        .bind("id", done.step().id()));
        jobRows.batch(
                "update step set state = 'DROPPED', changed_at = :now,"
                        + " problem_code = case when state = 'PARKED' then problem_code end"
                        + " where job_id = :job and state in ('WAITING', 'PARKED')",
                group.cutShort,
                (batch, job) -> batch.bind("now", StepRow.utc(now)).bind("job", job));
        write(group.next, now);
        jobRows.update(group.changed, now);
    }

    private Set<UUID> missing(List<UUID> ids, Set<UUID> locked) {
        var others = ids.stream().filter(id -> !locked.contains(id)).toList();
        var known =
                jobRows.find(others, "").stream().map(JobRowStore.JobRow::id).collect(Collectors.toSet());
        return others.stream().filter(id -> !known.contains(id)).collect(Collectors.toSet());
    }

    /// Renews the leases of steps that this runner performs.
    void renew(Collection<Claim> claims) {
        jobRows.batch(
                "update step set leased_until = " + UNTIL + " where id = :id and owner = :owner"
                        + " and version = :version and state = 'RUNNING'",
                claims,
                (batch, claim) ->
                        batch.bind("id", claim.step().id()).bind("owner", owner).bind("version", claim.version()));
    }

    /// Which running steps are released.
    enum Abandoned {
        /// Those whose lease has expired, and those of this runner.
        EXPIRED_OR_OURS,
        /// All: no other process can have the database open, so an earlier run was cut off.
        ALL
    }

    /// Releases running steps that nobody performs, so that they are performed again; those of a dropped job
    /// are dropped.
    ///
    /// @param performed jobs of which this runner performs a step
    /// @param pause before a step of this runner is repeated
    /// @return the jobs
    List<UUID> release(Abandoned which, Set<UUID> performed, Duration pause, Instant now) {
        return database.inTransaction(() -> {
            var expired = which == Abandoned.ALL
                    ? ""
                    : " and (owner is null or owner = :owner or leased_until is null"
                            + " or leased_until < current_timestamp)";
            var found = database.with(handle -> {
                var query = handle.createQuery(jobRows.selectSteps() + "where state = 'RUNNING'" + expired);
                return (which == Abandoned.ALL ? query : query.bind("owner", owner))
                        .map((rows, _) -> jobRows.row(rows))
                        .list();
            });
            var abandoned = found.stream()
                    .filter(row -> !performed.contains(row.step().job()))
                    .collect(Collectors.toMap(row -> row.step().id(), Function.identity()));
            if (abandoned.isEmpty()) {
                return List.of();
            }
            var jobs = jobRows.lock(
                    abandoned.values().stream()
                            .map(row -> row.step().job())
                            .distinct()
                            .toList(),
                    true);
            var rows = jobRows.steps(jobs);
            jobs.forEach(job -> release(job, rows.getOrDefault(job.id(), List.of()), abandoned, pause, now));
            return jobs.stream().map(JobRowStore.JobRow::id).toList();
        });
    }

    private void release(
            JobRowStore.JobRow job, List<StepRow> rows, Map<UUID, StepRow> abandoned, Duration pause, Instant now) {
        var after = new ArrayList<Step>();
        for (var row : rows) {
            var step = row.step();
            var known = abandoned.get(step.id());
            // It may have been completed or claimed since it was found.
            if (known != null && step.state() == StepState.RUNNING && row.version() == known.version()) {
                var due = row.owner().filter(owner::equals).isPresent() ? now.plus(pause) : step.due();
                var state = job.dropRequested() ? StepState.DROPPED : StepState.WAITING;
                step = step.with(state, step.problem(), due, step.token());
                releaseRow(step, now);
            }
            after.add(step);
        }
        var changed = new ArrayList<JobRowStore.JobRow>();
        JobRowStore.follow(job, after.stream(), changed);
        jobRows.update(changed, now);
    }

    private void releaseRow(Step step, Instant now) {
        database.with(handle -> handle.createUpdate("update step set state = :state, due_at = :due, owner = null,"
                        + " leased_until = null, changed_at = :now where id = :id")
                .bind("state", step.state().name())
                .bind("due", StepRow.utc(step.due()))
                .bind("now", StepRow.utc(now))
                .bind("id", step.id())
                .execute());
    }

    /// Whether another runner performs a step, whose lease may expire.
    boolean othersRun() {
        return database.with(handle -> handle.createQuery(
                                "select count(*) from step where state = 'RUNNING' and (owner is null or owner <> :owner)")
                        .bind("owner", owner)
                        .mapTo(Long.class)
                        .one()
                > 0);
    }
}
