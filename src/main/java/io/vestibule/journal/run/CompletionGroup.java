package io.vestibule.journal.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the completions of one transaction change. [ClaimStore] writes it.
final class CompletionGroup {

    /// A step that the group completes, as it is afterwards.
    record Completed(Step step, int attempts) {}

    /// As in [ClaimStore.Written].
    final List<Completion> written = new ArrayList<>();
    final List<Completion> fenced = new ArrayList<>();
    final List<Claim> next = new ArrayList<>();

    final List<Completed> completed = new ArrayList<>();

    /// Jobs whose remaining steps are dropped.
    final List<UUID> cutShort = new ArrayList<>();
    final List<JobRowStore.JobRow> changed = new ArrayList<>();
    private final UUID owner;
    private final Instant now;
    private final boolean claimNext;

    /// @param claimNext whether the next step of each job is claimed, if it is due at once
    CompletionGroup(UUID owner, Instant now, boolean claimNext) {
        this.owner = owner;
        this.now = now;
        this.claimNext = claimNext;
    }

    /// @param job locked by this transaction
    /// @param rows all steps of the job
    void add(Completion completion, JobRowStore.JobRow job, List<StepRow> rows) {
        var claim = completion.claim();
        var held = rows.stream()
                .filter(row -> row.step().id().equals(claim.step().id()))
                .anyMatch(row -> row.step().state() == StepState.RUNNING
                        && row.version() == claim.version()
                        && row.owner().filter(owner::equals).isPresent());
        if (!held) {
            fenced.add(completion);
            return;
        }
        written.add(completion);
        var step = completed(completion, job.dropRequested());
        completed.add(new Completed(
                step, claim.step().attempts() + (completion.outcome().isPresent() ? 1 : 0)));
        if (job.dropRequested()
                || completion
                        .outcome()
                        .filter(StepOutcome.EndJob.class::isInstance)
                        .isPresent()) {
            cutShort.add(job.id());
            changed.add(job.with(JobState.ENDED, step.due()));
            return;
        }
        var following = rows.stream()
                .filter(row -> row.step().position() > step.position() && JobRowStore.isOpen(row.step()))
                .findFirst()
                .filter(row -> claimNext
                        && row.intact()
                        && step.state() == StepState.DONE
                        && ClaimStore.isDue(row.step(), now));
        if (following.isPresent()) {
            var due = following.get().step();
            next.add(new Claim(due, following.get().version() + 1));
            changed.add(job.with(JobState.RUNNING, due.due()));
        } else {
            JobRowStore.follow(
                    job, rows.stream().map(row -> row.step().id().equals(step.id()) ? step : row.step()), changed);
        }
    }

    /// The step as it is after its completion. What was not performed of a job that was dropped meanwhile is
    /// dropped, and keeps its problem, which shows why.
    private Step completed(Completion completion, boolean dropRequested) {
        var step = completion.claim().step();
        var after = switch (completion.outcome().orElse(null)) {
            case null -> step.with(StepState.WAITING, step.problem(), step.due(), step.token());
            case StepOutcome.Done _ -> step.with(StepState.DONE, Optional.empty(), step.due(), step.token());
            case StepOutcome.EndJob _, StepOutcome.Skipped _ ->
                step.with(StepState.DONE, Optional.empty(), step.due(), step.token());
            case StepOutcome.Park park ->
                step.with(StepState.PARKED, Optional.of(park.problem()), step.due(), step.token());
            case StepOutcome.RetryLater later ->
                step.with(
                        StepState.WAITING,
                        Optional.of(later.problem()),
                        now.plus(later.delay()),
                        later.answered() ? UUID.randomUUID().toString() : step.token());
        };
        var performed =
                completion.outcome().filter(StepOutcome.Done.class::isInstance).isPresent();
        return dropRequested && !performed
                ? after.with(StepState.DROPPED, after.problem(), after.due(), after.token())
                : after;
    }
}
