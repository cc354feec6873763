package io.vestibule.journal;

import io.vestibule.journal.run.JobListeners;
import io.vestibule.journal.run.JobState;
import io.vestibule.journal.run.JournalRunner;
import io.vestibule.journal.run.NewStep;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepHandler;
import io.vestibule.journal.run.StepState;
import io.vestibule.journal.run.StepStore;
import io.vestibule.store.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// The door of this room for flows and screens: write work down, look at it, hasten or drop it.
public final class Journal {

    private static final Comparator<JobRecord> NEWEST = Comparator.comparing(JobRecord::created)
            .thenComparing(JobRecord::id)
            .reversed();

    private final StepStore store;
    private final JobStore jobs;
    private final InstantSource clock;
    private final JobListeners listeners = new JobListeners();

    public Journal(Database database, InstantSource clock) {
        this.store = new StepStore(database);
        this.jobs = new JobStore(database, store);
        this.clock = clock;
    }

    /// Writes a job down; inside a transaction it is there if and only if the transaction is. It is begun once that is
    /// committed.
    ///
    /// @param delay before the first step is due; later steps follow at once
    public UUID add(List<NewStep> steps, Duration delay) {
        var job = UUID.randomUUID();
        store.insert(job, steps, delay, clock.instant());
        store.afterCommit(() -> listeners.notifyDue(job));
        return job;
    }

    public List<Step> steps(UUID job) {
        return store.steps(job);
    }

    /// What is under way, waiting or parked, soonest first.
    public List<Step> openSteps(int limit) {
        return store.openSteps(limit);
    }

    public List<Step> openStepsFor(String subject) {
        return store.openStepsFor(subject);
    }

    /// Tries a waiting or parked job again now.
    public void retryNow(UUID job) {
        store.retryNow(job, clock.instant());
        store.afterCommit(() -> listeners.notifyDue(job));
    }

    /// Undoes a job that has not begun: the steps that had not begun are dropped.
    ///
    /// @return whether every step of the job was dropped, so that nothing at all has been done
    public boolean drop(UUID job) {
        store.drop(job, clock.instant());
        store.afterCommit(() -> listeners.notifyChanged(job));
        return store.steps(job).stream().allMatch(step -> step.state() == StepState.DROPPED);
    }

    /// Drops a job of which nothing was tried yet; one that has begun goes on as if nothing had been asked.
    ///
    /// @return whether it was dropped, so that nothing at all has been done
    public boolean dropIfNotStarted(UUID job) {
        var dropped = store.dropIfNotStarted(job, clock.instant()) > 0;
        store.afterCommit(() -> listeners.notifyChanged(job));
        return dropped;
    }

    /// Jobs that met a problem and now wait for their next attempt, or for a person.
    public List<UUID> jobsWithProblems() {
        return store.jobsWithProblems();
    }

    /// Codes of the problems that open work has met.
    public Set<String> openProblemCodes() {
        return store.openProblemCodes();
    }

    public Optional<JobRecord> job(UUID job) {
        return jobs.find(job);
    }

    /// A page of the jobs that have not ended and stand so, the newest first.
    ///
    /// @param after the end of the page before
    public List<JobRecord> jobs(Set<JobState> states, Optional<JobCursor> after, int limit) {
        return states.stream()
                .flatMap(state -> jobs.byCreated(state, after, limit).stream())
                .sorted(NEWEST)
                .limit(limit)
                .toList();
    }

    /// A page of the jobs that have ended, the latest first.
    public List<JobRecord> ended(Optional<JobCursor> after, int limit) {
        return jobs.ended(after, limit);
    }

    public JobCounts counts() {
        return jobs.counts();
    }

    /// Notifies `listener` of every job that is added or changes, on the thread that changed it, after the commit.
    /// Close to stop.
    public AutoCloseable onChange(Consumer<UUID> listener) {
        return listeners.add(listener);
    }

    /// Makes what performs the steps of this journal.
    ///
    /// @param handlers one for each kind of step, by its key
    public JournalRunner runner(Map<String, StepHandler> handlers) {
        return new JournalRunner(store, listeners, handlers, clock);
    }
}
