package io.vestibule.journal;

import io.vestibule.base.CompanyId;
import io.vestibule.base.OrderedUuid;
import io.vestibule.journal.run.JobListeners;
import io.vestibule.journal.run.JobState;
import io.vestibule.journal.run.JournalRunner;
import io.vestibule.journal.run.NewStep;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepHandler;
import io.vestibule.journal.run.StepState;
import io.vestibule.journal.run.StepStore;
import io.vestibule.store.CompanyScope;
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

/// API of the journal for flows and screens: add jobs, list them, retry or drop them.
public final class Journal {

    /// In the order of the database: it compares ids as unsigned numbers, while `UUID.compareTo` compares
    /// signed ones.
    private static final Comparator<JobRecord> NEWEST = Comparator.comparing(JobRecord::created)
            .thenComparing(job -> job.id().toString())
            .reversed();

    private final StepStore store;
    private final JobStore jobs;
    private final InstantSource clock;
    private final JobListeners listeners;

    /// @param scope the jobs that it lists and changes; all others are unknown to it
    /// @param listeners notified of changes by every journal and runner that shares them
    public Journal(CompanyScope scope, JobListeners listeners, InstantSource clock) {
        this.store = new StepStore(scope);
        this.jobs = new JobStore(scope, store);
        this.listeners = listeners;
        this.clock = clock;
    }

    /// Adds a job. Inside a transaction it is committed or rolled back with it; it starts after the commit.
    ///
    /// @param company the company whose people or rules the job is about
    /// @param delay before the first step is due; later steps follow without delay
    public UUID add(CompanyId company, List<NewStep> steps, Duration delay) {
        var job = OrderedUuid.next();
        store.insert(job, company, steps, delay, clock.instant());
        store.afterCommit(() -> listeners.notifyDue(job));
        return job;
    }

    public List<Step> steps(UUID job) {
        return store.steps(job);
    }

    /// Running, waiting and parked steps, soonest first.
    public List<Step> openSteps(int limit) {
        return store.openSteps(limit);
    }

    public List<Step> openStepsFor(String subject) {
        return store.openStepsFor(subject);
    }

    /// Retries a waiting or parked job now.
    public void retryNow(UUID job) {
        store.retryNow(job, clock.instant());
        store.afterCommit(() -> listeners.notifyDue(job));
    }

    /// Drops the waiting and parked steps of a job. A step that is running ends first; if it would be retried
    /// or parked, it is dropped as well.
    ///
    /// @return whether every step of the job is dropped, so that nothing was done
    public boolean drop(UUID job) {
        store.drop(job, clock.instant());
        store.afterCommit(() -> listeners.notifyChanged(job));
        var steps = store.steps(job);
        return !steps.isEmpty() && steps.stream().allMatch(step -> step.state() == StepState.DROPPED);
    }

    /// Drops a job if no step of it was ever attempted; a job that has started continues unchanged.
    ///
    /// @return whether it was dropped, so that nothing was done
    public boolean dropIfNotStarted(UUID job) {
        var dropped = store.dropIfNotStarted(job, clock.instant()) > 0;
        store.afterCommit(() -> listeners.notifyChanged(job));
        return dropped;
    }

    /// Jobs that have a problem and wait for a retry or for the operator.
    public List<UUID> jobsWithProblems() {
        return store.jobsWithProblems();
    }

    /// Codes of the problems of open steps.
    public Set<String> openProblemCodes() {
        return store.openProblemCodes();
    }

    public Optional<JobRecord> job(UUID job) {
        return jobs.find(job);
    }

    /// A page of the jobs in these states, other than ended, newest first.
    ///
    /// @param after cursor of the previous page
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

    /// Registers a listener that is notified of every job that is added or changes, on the thread that
    /// changed it, after the commit. Close to remove it.
    public AutoCloseable onChange(Consumer<UUID> listener) {
        return listeners.add(listener);
    }

    /// Creates the runner that performs the steps of all journals of this database with these listeners, whichever
    /// company they are about.
    ///
    /// @param handlers one for each kind of step, by its key
    public JournalRunner runner(Database database, Map<String, StepHandler> handlers) {
        // This process has locked the data folder, so no other one has the database open.
        return new JournalRunner(database, listeners, handlers, clock, true);
    }
}
