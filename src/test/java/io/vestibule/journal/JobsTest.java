package io.vestibule.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.base.Problem;
import io.vestibule.fixture.MigratedDatabase;
import io.vestibule.journal.run.JobListeners;
import io.vestibule.journal.run.JobState;
import io.vestibule.journal.run.JournalRunner;
import io.vestibule.journal.run.NewStep;
import io.vestibule.journal.run.StepHandler;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.store.AllCompanies;
import io.vestibule.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists and counts of jobs, on a real database.
class JobsTest {

    private static final Set<JobState> UNDER_WAY = Set.of(JobState.WAITING, JobState.RUNNING);
    private static final Problem DENIED = Problem.of("cloud.denied", "IndexFaces");
    private static final Problem OFFLINE = Problem.of("cloud.offline");

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
    private Database database;
    private Journal journal;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        journal = new Journal(AllCompanies.of(database), new JobListeners(), now::get);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private JournalRunner runner(StepHandler one, StepHandler two) {
        return journal.runner(database, Map.of("one", one, "two", two));
    }

    private UUID add(Duration delay) {
        now.set(now.get().plusSeconds(1));
        return journal.add(
                new CompanyId("acme-1"), List.of(new NewStep(() -> "one", "x"), new NewStep(() -> "two", "x")), delay);
    }

    private void perform(UUID job, StepOutcome first, StepOutcome second) {
        runner(_ -> first, _ -> second).perform(job);
    }

    private JobState state(UUID job) {
        return journal.job(job).orElseThrow().state();
    }

    @Test
    void theStateOfAJobIsTheStateOfItsNextStep() {
        var job = add(Duration.ZERO);
        assertThat(state(job)).isEqualTo(JobState.WAITING);
        var seen = new ArrayList<JobState>();
        runner(
                        _ -> {
                            seen.add(state(job));
                            return StepOutcome.DONE;
                        },
                        _ -> new StepOutcome.Park(DENIED))
                .perform(job);
        assertThat(seen).containsExactly(JobState.RUNNING);
        assertThat(state(job)).isEqualTo(JobState.PARKED);
        assertThat(journal.job(job).orElseThrow().current().orElseThrow().problem())
                .contains(DENIED);
        journal.retryNow(job);
        assertThat(state(job)).isEqualTo(JobState.WAITING);
        perform(job, StepOutcome.DONE, StepOutcome.DONE);
        assertThat(state(job)).isEqualTo(JobState.ENDED);
        assertThat(journal.counts()).isEqualTo(new JobCounts(0, 0, 0, 1));
    }

    @Test
    void theEndReasonFollowsFromTheSteps() {
        var done = add(Duration.ZERO);
        perform(done, StepOutcome.DONE, StepOutcome.DONE);
        var undone = add(Duration.ofSeconds(10));
        journal.drop(undone);
        var stopped = add(Duration.ZERO);
        perform(stopped, StepOutcome.DONE, new StepOutcome.Park(DENIED));
        journal.drop(stopped);
        var cut = add(Duration.ZERO);
        perform(cut, new StepOutcome.EndJob(), StepOutcome.DONE);
        assertThat(journal.ended(Optional.empty(), 10))
                .extracting(JobRecord::endReason)
                .containsExactlyInAnyOrder(
                        JobRecord.EndReason.DONE,
                        JobRecord.EndReason.UNDONE,
                        JobRecord.EndReason.GIVEN_UP,
                        JobRecord.EndReason.CUT_SHORT);
    }

    @Test
    void pagesHaveNoGapsAndNoDuplicates() {
        var added = new ArrayList<UUID>();
        for (int i = 0; i < 25; i++) {
            added.add(add(i % 3 == 0 ? Duration.ofHours(1) : Duration.ZERO));
        }
        assertThat(pages(
                        cursor -> journal.jobs(UNDER_WAY, cursor, 4),
                        JobCursor::byCreated,
                        () -> added.addFirst(add(Duration.ZERO))))
                .containsExactlyElementsOf(added.subList(1, 26).reversed());
        for (var job : journal.jobs(UNDER_WAY, Optional.empty(), 100)) {
            perform(job.id(), StepOutcome.DONE, StepOutcome.DONE);
        }
        now.set(now.get().plus(Duration.ofHours(2)));
        for (var job : journal.jobs(UNDER_WAY, Optional.empty(), 100)) {
            perform(job.id(), StepOutcome.DONE, StepOutcome.DONE);
        }
        assertThat(pages(cursor -> journal.ended(cursor, 4), JobCursor::byChanged, () -> {}))
                .containsExactlyInAnyOrderElementsOf(added);
    }

    /// @param meanwhile runs after the first page
    private static List<UUID> pages(
            Function<Optional<JobCursor>, List<JobRecord>> read,
            Function<JobRecord, JobCursor> cursor,
            Runnable meanwhile) {
        var all = new ArrayList<UUID>();
        var page = read.apply(Optional.empty());
        meanwhile.run();
        while (!page.isEmpty()) {
            page.forEach(job -> all.add(job.id()));
            page = read.apply(Optional.of(cursor.apply(page.getLast())));
        }
        return all;
    }

    @Test
    void aJobThatOnlyWaitsUntilItIsDueHasNoProblem() {
        var later = add(Duration.ofSeconds(10));
        var offline = add(Duration.ZERO);
        perform(offline, new StepOutcome.RetryLater(OFFLINE, Duration.ofMinutes(5), false), StepOutcome.DONE);
        var parked = add(Duration.ZERO);
        perform(parked, StepOutcome.DONE, new StepOutcome.Park(DENIED));
        assertThat(journal.jobsWithProblems())
                .containsExactlyInAnyOrder(offline, parked)
                .doesNotContain(later);
    }

    @Test
    void listenersAreNotifiedAfterTheCommit() {
        var notified = new CopyOnWriteArrayList<Optional<JobRecord>>();
        journal.onChange(job -> {
            // Another connection sees only what is committed.
            notified.add(java.util.concurrent.CompletableFuture.supplyAsync(() -> journal.job(job))
                    .join());
        });
        database.transaction(() -> {
            add(Duration.ZERO);
            assertThat(notified).isEmpty();
        });
        assertThat(notified).singleElement().satisfies(job -> assertThat(job).isPresent());
    }

    @Test
    void jobsOfAnEarlierVersionAreMigrated() {
        var running = add(Duration.ZERO);
        var ended = add(Duration.ZERO);
        perform(ended, StepOutcome.DONE, StepOutcome.DONE);
        var parked = add(Duration.ZERO);
        perform(parked, StepOutcome.DONE, new StepOutcome.Park(DENIED));
        perform(running, StepOutcome.DONE, new StepOutcome.RetryLater(OFFLINE, Duration.ofMinutes(5), false));
        var before = journal.job(running).orElseThrow();
        database.with(handle -> handle.execute("delete from job"));
        database.with(handle -> handle.execute(migrationStatement()));
        assertThat(state(ended)).isEqualTo(JobState.ENDED);
        assertThat(state(parked)).isEqualTo(JobState.PARKED);
        assertThat(journal.job(running)).contains(before);
    }

    /// The statement of the migration that fills the table `job`.
    private static String migrationStatement() {
        try (var sql = JobsTest.class.getResourceAsStream("/db/common/V005__jobs.sql")) {
            var text = new String(sql.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return text.substring(text.indexOf("insert into job"), text.indexOf("create index"))
                    .strip()
                    .replaceAll(";$", "");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
