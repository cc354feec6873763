package io.vestibule.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.base.CompanyId;
import io.vestibule.base.Problem;
import io.vestibule.fixture.MigratedDatabase;
import io.vestibule.journal.run.JobListeners;
import io.vestibule.journal.run.JobState;
import io.vestibule.journal.run.JournalRunner;
import io.vestibule.journal.run.NewStep;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepHandler;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.journal.run.StepState;
import io.vestibule.store.AllCompanies;
import io.vestibule.store.Database;
import io.vestibule.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
    private final List<String> performed = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
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

    private StepOutcome note(Step step) {
        performed.add(step.kind() + " " + step.subject());
        return StepOutcome.DONE;
    }

    private JournalRunner runner(Map<String, StepHandler> handlers) {
        return journal.runner(database, handlers);
    }

    private static List<NewStep> steps(String... kinds) {
        return java.util.Arrays.stream(kinds)
                .map(kind -> new NewStep(() -> kind, "x"))
                .toList();
    }

    @Test
    void performsTheStepsOfAJobInOrder() {
        var job = journal.add(new CompanyId("acme-1"), steps("one", "two", "three"), Duration.ZERO);
        runner(Map.of("one", this::note, "two", this::note, "three", this::note))
                .perform(job);
        assertThat(performed).containsExactly("one x", "two x", "three x");
        assertThat(journal.openSteps(10)).isEmpty();
    }

    @Test
    void aJobIsRolledBackWithItsTransaction() {
        try {
            database.transaction(() -> {
                journal.add(new CompanyId("acme-1"), steps("one"), Duration.ZERO);
                throw new IllegalStateException("stop");
            });
        } catch (IllegalStateException _) {
            assertThat(journal.openSteps(10)).isEmpty();
        }
        assertThat(journal.openSteps(10)).isEmpty();
    }

    @Test
    void waitsUntilDueAndKeepsTheOrder() {
        var job = journal.add(new CompanyId("acme-1"), steps("one", "two"), Duration.ofSeconds(10));
        var runner = runner(Map.of("one", this::note, "two", this::note));
        runner.perform(job);
        assertThat(performed).isEmpty();
        now.set(now.get().plusSeconds(10));
        runner.perform(job);
        assertThat(performed).hasSize(2);
    }

    @Test
    void keepsTheTokenUntilAnAnswerWasRead() {
        var answers = new ArrayList<>(List.of(
                new StepOutcome.RetryLater(Problem.of("cloud.offline"), Duration.ZERO, false),
                new StepOutcome.RetryLater(Problem.of("cloud.busy", "X"), Duration.ZERO, true),
                StepOutcome.DONE));
        var job = journal.add(new CompanyId("acme-1"), steps("call"), Duration.ZERO);
        var runner = runner(Map.of("call", step -> {
            tokens.add(step.token());
            return answers.removeFirst();
        }));
        for (int i = 0; i < 3; i++) {
            runner.perform(job);
        }
        assertThat(tokens).hasSize(3);
        assertThat(tokens.get(1)).isEqualTo(tokens.get(0));
        assertThat(tokens.get(2)).isNotEqualTo(tokens.get(1));
    }

    @Test
    void aParkedStepStopsTheJobUntilARetry() {
        var park =
                new ArrayList<>(List.of((StepOutcome) new StepOutcome.Park(Problem.of("cloud.denied", "IndexFaces"))));
        var job = journal.add(new CompanyId("acme-1"), steps("one", "two"), Duration.ZERO);
        var runner = runner(Map.of("one", step -> park.isEmpty() ? note(step) : park.removeFirst(), "two", this::note));
        runner.perform(job);
        assertThat(performed).isEmpty();
        assertThat(journal.openSteps(10).getFirst().problem()).contains(Problem.of("cloud.denied", "IndexFaces"));
        journal.retryNow(job);
        runner.perform(job);
        assertThat(performed).hasSize(2);
    }

    @Test
    void aDroppedJobDoesNothing() {
        var job = journal.add(new CompanyId("acme-1"), steps("one"), Duration.ofSeconds(10));
        assertThat(journal.drop(job)).isTrue();
        now.set(now.get().plusSeconds(20));
        runner(Map.of("one", this::note)).perform(job);
        assertThat(performed).isEmpty();
    }

    @Test
    void aJobThatHasStartedCannotBeDroppedCompletely() {
        var job = journal.add(new CompanyId("acme-1"), steps("one", "two"), Duration.ZERO);
        var retryLater = new StepOutcome.RetryLater(Problem.of("cloud.offline"), Duration.ofHours(1), false);
        runner(Map.of("one", this::note, "two", _ -> retryLater)).perform(job);
        assertThat(journal.drop(job)).isFalse();
    }

    @Test
    void endingAJobDropsItsRemainingSteps() {
        var job = journal.add(new CompanyId("acme-1"), steps("one", "two"), Duration.ZERO);
        runner(Map.of("one", _ -> new StepOutcome.EndJob(), "two", this::note)).perform(job);
        assertThat(performed).isEmpty();
        assertThat(journal.openSteps(10)).isEmpty();
    }

    @Test
    void anUnexpectedExceptionIsRetriedAndThenParked() {
        var job = journal.add(new CompanyId("acme-1"), steps("one"), Duration.ZERO);
        var runner = runner(Map.of("one", _ -> {
            throw new IllegalStateException("a fault of ours");
        }));
        for (int i = 0; i < 10; i++) {
            runner.perform(job);
            now.set(now.get().plusSeconds(600));
        }
        var step = journal.steps(job).getFirst();
        assertThat(step.state()).isEqualTo(StepState.PARKED);
        assertThat(step.attempts()).isEqualTo(5);
    }

    @Test
    void anInterruptedStepIsResumedAfterACrash() throws Exception {
        var job = journal.add(new CompanyId("acme-1"), steps("one", "two"), Duration.ZERO);
        var cutOff = runner(Map.of("one", step -> {
            database.close();
            return note(step);
        }));
        assertThatThrownBy(() -> cutOff.perform(job)).isInstanceOf(StoreException.class);
        open();
        assertThat(journal.steps(job).getFirst().state()).isEqualTo(StepState.RUNNING);
        var done = new CountDownLatch(2);
        StepHandler handler = _ -> {
            done.countDown();
            return StepOutcome.DONE;
        };
        try (var runner = runner(Map.of("one", handler, "two", handler))) {
            runner.start();
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(journal.openSteps(10)).isEmpty();
    }

    @Test
    void aRunningRunnerPerformsNewJobs() throws Exception {
        var done = new CountDownLatch(1);
        try (var runner = runner(Map.of("one", _ -> {
            done.countDown();
            return StepOutcome.DONE;
        }))) {
            runner.start();
            journal.add(new CompanyId("acme-1"), steps("one"), Duration.ZERO);
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aJobStartsEvenIfTheRunnerPolledBeforeItsCommit() throws Exception {
        var done = new CountDownLatch(1);
        try (var runner = runner(Map.of("looked", this::note, "outer", _ -> {
            done.countDown();
            return StepOutcome.DONE;
        }))) {
            runner.start();
            database.transaction(() -> {
                database.transaction(() -> journal.add(new CompanyId("acme-1"), steps("outer"), Duration.ZERO));
                waitUntilTheRunnerHasPolled();
            });
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /// Returns when the runner has performed all jobs that it could see.
    private void waitUntilTheRunnerHasPolled() {
        var ended = new CountDownLatch(1);
        try (var _ = journal.onChange(job -> {
            if (journal.job(job).orElseThrow().state() == JobState.ENDED) {
                ended.countDown();
            }
        })) {
            Thread.ofVirtual().start(() -> journal.add(new CompanyId("acme-1"), steps("looked"), Duration.ZERO));
            assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
