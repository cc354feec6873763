package io.vestibule.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.journal.run.JobState;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.journal.run.StepStore;
import io.vestibule.store.AllCompanies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Pages and counts of jobs.
class JobStoreTest extends ScriptedJournal {

    private JobStore jobs;

    @BeforeEach
    void open() {
        jobs = new JobStore(AllCompanies.of(database), new StepStore(AllCompanies.of(database)));
    }

    /// All ids, read by pages of two.
    private static List<UUID> pages(
            Function<Optional<JobCursor>, List<JobRecord>> read, Function<JobRecord, JobCursor> mark) {
        var all = new ArrayList<UUID>();
        var page = read.apply(Optional.empty());
        while (!page.isEmpty() && all.size() < 100) {
            page.forEach(job -> all.add(job.id()));
            page = read.apply(Optional.of(mark.apply(page.getLast())));
        }
        return all;
    }

    @Test
    void jobsThatWereAddedAtTheSameTimeAreOnOnePageEach() {
        var added = new ArrayList<UUID>();
        for (int i = 0; i < 9; i++) {
            added.add(add("one"));
        }
        assertThat(pages(mark -> jobs.byCreated(JobState.WAITING, mark, 2), JobCursor::byCreated))
                .containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    void jobsThatEndedAtTheSameTimeAreOnOnePageEach() {
        var ended = new ArrayList<UUID>();
        for (int i = 0; i < 9; i++) {
            ended.add(add("one"));
            journal.drop(ended.getLast());
        }
        assertThat(pages(mark -> journal.ended(mark, 2), JobCursor::byChanged))
                .containsExactlyInAnyOrderElementsOf(ended);
    }

    @Test
    void whatEndedLastComesFirstWhateverWasAddedFirst() {
        var first = add("one");
        var second = add("one");
        pass(Duration.ofSeconds(1));
        journal.drop(second);
        pass(Duration.ofSeconds(1));
        journal.drop(first);
        assertThat(journal.ended(Optional.empty(), 10))
                .extracting(JobRecord::id)
                .containsExactly(first, second);
    }

    @Test
    void aPageHoldsTheJobsOfTheStatesAskedForNewestFirst() {
        var waiting = add("one", "two");
        pass(Duration.ofSeconds(1));
        var parked = add("one", "two");
        perform(parked, new StepOutcome.Park(DENIED), StepOutcome.DONE);
        pass(Duration.ofSeconds(1));
        var newest = add("one", "two");
        assertThat(journal.jobs(EnumSet.of(JobState.WAITING, JobState.PARKED), Optional.empty(), 10))
                .extracting(JobRecord::id)
                .containsExactly(newest, parked, waiting);
        assertThat(journal.jobs(EnumSet.of(JobState.WAITING, JobState.PARKED), Optional.empty(), 2))
                .extracting(JobRecord::id)
                .containsExactly(newest, parked);
        assertThat(journal.jobs(Set.of(JobState.PARKED), Optional.empty(), 10))
                .extracting(JobRecord::id)
                .containsExactly(parked);
        assertThat(journal.jobs(Set.of(), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void aJobComesWithItsStepsInTheOrderOfTheirPlaces() {
        add("three", "one", "two");
        add("four");
        assertThat(jobs.byCreated(JobState.WAITING, Optional.empty(), 10))
                .extracting(job -> job.steps().stream().map(Step::kind).toList())
                .containsExactlyInAnyOrder(List.of("three", "one", "two"), List.of("four"));
    }

    @Test
    void anUnknownJobIsNotFound() {
        assertThat(journal.job(UUID.randomUUID())).isEmpty();
        assertThat(journal.steps(UUID.randomUUID())).isEmpty();
    }

    @Test
    void aFoundJobTellsItsTimes() {
        var job = add(Duration.ofSeconds(10), "one", "two");
        now.set(START.plusSeconds(10));
        perform(job, StepOutcome.DONE, later(OFFLINE, Duration.ofSeconds(30)));
        var found = job(job);
        assertThat(found.created()).isEqualTo(START);
        assertThat(found.changed()).isEqualTo(START.plusSeconds(10));
        assertThat(found.due()).isEqualTo(START.plusSeconds(40));
    }

    @Test
    void countsAreByState() {
        assertThat(journal.counts()).isEqualTo(JobCounts.NONE);
        add("one");
        add("one");
        add("one");
        perform(add("one", "two"), new StepOutcome.Park(DENIED), StepOutcome.DONE);
        perform(add("one", "two"), new StepOutcome.Park(DENIED), StepOutcome.DONE);
        for (int i = 0; i < 4; i++) {
            journal.drop(add("one"));
        }
        var whileOneRuns = new AtomicReference<JobCounts>();
        runner(Map.of("one", _ -> {
                    whileOneRuns.set(journal.counts());
                    return StepOutcome.DONE;
                }))
                .perform(add("one"));
        assertThat(whileOneRuns).hasValue(new JobCounts(3, 1, 2, 4));
        assertThat(whileOneRuns.get().underWay()).isEqualTo(4);
    }

    @Test
    void jobsOfOneTransactionAreOnOnePageEachAlsoForSeveralStates() {
        var added = new ArrayList<UUID>();
        database.transaction(() -> {
            for (int i = 0; i < 40; i++) {
                added.add(add("one"));
            }
        });
        assertThat(pages(
                        cursor -> journal.jobs(EnumSet.of(JobState.WAITING, JobState.RUNNING), cursor, 4),
                        JobCursor::byCreated))
                .containsExactlyInAnyOrderElementsOf(added);
    }
}
