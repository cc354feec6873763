package io.vestibule.journal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.base.Problem;
import io.vestibule.fixture.RowDamage;
import io.vestibule.journal.JobRecord;
import io.vestibule.journal.ScriptedJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// What the runner makes of the outcome of a step, of a handler that fails, and of being closed.
class JournalRunnerTest extends ScriptedJournal {

    private final List<String> performed = new ArrayList<>();

    private StepOutcome note(Step step) {
        performed.add(step.kind());
        return StepOutcome.DONE;
    }

    private JournalRunner failing() {
        return runner(Map.of("one", _ -> {
            throw new UnsupportedOperationException("a fault of ours");
        }));
    }

    @Test
    void aHandlerThatFailsIsTriedAgainAfterAPauseThatDoublesAndThenParked() {
        var job = add("one");
        var runner = failing();
        for (int attempt = 1; attempt < 5; attempt++) {
            runner.perform(job);
            assertThat(first(job).state()).isEqualTo(StepState.WAITING);
            assertThat(first(job).attempts()).isEqualTo(attempt);
            assertThat(first(job).due()).isEqualTo(now.get().plusSeconds(1L << (attempt - 1)));
            now.set(first(job).due());
        }
        runner.perform(job);
        assertThat(first(job).state()).isEqualTo(StepState.PARKED);
        assertThat(first(job).attempts()).isEqualTo(5);
        assertThat(first(job).problem()).contains(Problem.of("journal.unexpected", "UnsupportedOperationException"));
    }

    /// With another subject it would do to somebody else what was to be done.
    @Test
    void aDamagedStepIsParkedAndNeverPerformedWhileOthersGoOn() {
        var damaged = add("one", "two");
        var other = add("one", "two");
        RowDamage.execute(
                database, "step", "update step set subject = 'somebody-else' where job_id = ? and place = 0", damaged);
        var runner = runner(Map.of("one", this::note, "two", this::note));
        runner.perform(damaged);
        runner.perform(other);
        runner.perform(other);
        assertThat(first(damaged).state()).isEqualTo(StepState.PARKED);
        assertThat(first(damaged).problem().orElseThrow().code()).isEqualTo("store.damaged-row");
        assertThat(performed).containsExactly("one", "two");
        assertThat(database.rows().damaged()).containsEntry("step", 1);
    }

    @Test
    void aHandlerThatFailedIsNotTriedAgainBeforeItsPauseIsOver() {
        var job = add("one");
        var runner = failing();
        runner.perform(job);
        pass(Duration.ofMillis(999));
        runner.perform(job);
        assertThat(first(job).attempts()).isEqualTo(1);
    }

    @Test
    void aHandlerThatFailedGetsTheSameTokenAgain() {
        var job = add("one");
        var token = first(job).token();
        failing().perform(job);
        assertThat(first(job).token()).isEqualTo(token);
    }

    @Test
    void aStepThatWorksAfterAFailureLetsTheRestFollowAndLeavesNoProblem() {
        var failures = new ArrayList<>(List.of(new IllegalStateException("once")));
        var job = add("one", "two");
        var runner = runner(Map.of(
                "one",
                step -> {
                    if (!failures.isEmpty()) {
                        throw failures.removeFirst();
                    }
                    return note(step);
                },
                "two",
                this::note));
        runner.perform(job);
        assertThat(performed).isEmpty();
        pass(Duration.ofSeconds(1));
        runner.perform(job);
        assertThat(performed).containsExactly("one", "two");
        assertThat(first(job).problem()).isEmpty();
        assertThat(first(job).attempts()).isEqualTo(2);
    }

    @Test
    void aStepOfAnUnknownKindIsParkedWithItsNameAndStopsTheJob() {
        var job = add("newer", "one");
        runner(Map.of("one", this::note)).perform(job);
        assertThat(performed).isEmpty();
        assertThat(states(job)).containsExactly(StepState.PARKED, StepState.WAITING);
        assertThat(first(job).problem()).contains(Problem.of("journal.unknown-step", "newer"));
    }

    @Test
    void aStepOfAnUnknownKindGoesOnOnceItsHandlerIsThere() {
        var job = add("newer");
        runner(Map.of()).perform(job);
        journal.retryNow(job);
        runner(Map.of("newer", this::note)).perform(job);
        assertThat(performed).containsExactly("newer");
        assertThat(job(job).state()).isEqualTo(JobState.ENDED);
    }

    @Test
    void aStepThatWaitsHoldsUpTheStepsBehindIt() {
        var job = add("one", "two");
        runner(Map.of("one", _ -> later(OFFLINE, Duration.ofMinutes(3)), "two", this::note))
                .perform(job);
        assertThat(performed).isEmpty();
        assertThat(first(job).due()).isEqualTo(START.plusSeconds(180));
        assertThat(first(job).problem()).contains(OFFLINE);
    }

    @Test
    void anEndLeavesOutTheRestAndCountsAsDone() {
        var job = add("one", "two", "three");
        runner(Map.of("one", _ -> new StepOutcome.EndJob())).perform(job);
        assertThat(states(job)).containsExactly(StepState.DONE, StepState.DROPPED, StepState.DROPPED);
        assertThat(job(job).endReason()).isEqualTo(JobRecord.EndReason.CUT_SHORT);
    }

    @Test
    void aJobThatIsBeingPerformedIsNotPerformedAgainBesides() {
        var job = add("one");
        var told = new ArrayList<UUID>();
        var runner = new AtomicReference<JournalRunner>();
        runner.set(runner(Map.of("one", step -> {
            journal.onChange(told::add);
            runner.get().perform(job);
            assertThat(told).as("nothing came of the second call").isEmpty();
            return note(step);
        })));
        runner.get().perform(job);
        assertThat(performed).containsExactly("one");
    }

    @Test
    void whatWasDroppedWhileItWasPerformedEndsWithTheStepThatRuns() {
        var job = add("one", "two");
        runner(Map.of(
                        "one",
                        step -> {
                            assertThat(journal.drop(job)).isFalse();
                            return note(step);
                        },
                        "two",
                        this::note))
                .perform(job);
        assertThat(performed).containsExactly("one");
        assertThat(states(job)).containsExactly(StepState.DONE, StepState.DROPPED);
    }

    /// Otherwise it would be missing when the job is restored.
    @Test
    void aStepThatWasSkippedIsDroppedWithItsJobAndDoneInAJobThatGoesOn() {
        var dropped = add("one", "two");
        runner(Map.of(
                        "one",
                        _ -> {
                            journal.drop(dropped);
                            return new StepOutcome.Skipped();
                        },
                        "two",
                        this::note))
                .perform(dropped);
        assertThat(states(dropped)).containsExactly(StepState.DROPPED, StepState.DROPPED);

        var goesOn = add("one", "two");
        runner(Map.of("one", _ -> new StepOutcome.Skipped(), "two", this::note)).perform(goesOn);
        assertThat(states(goesOn)).containsExactly(StepState.DONE, StepState.DONE);
    }

    @Test
    void listenersAreToldOfEveryStateThatAJobGoesThrough() {
        var job = add("one", "two");
        var seen = new ArrayList<List<StepState>>();
        journal.onChange(changed -> seen.add(states(changed)));
        perform(job, StepOutcome.DONE, new StepOutcome.Park(DENIED));
        assertThat(seen.stream().distinct())
                .containsExactly(
                        List.of(StepState.RUNNING, StepState.WAITING),
                        List.of(StepState.DONE, StepState.WAITING),
                        List.of(StepState.DONE, StepState.RUNNING),
                        List.of(StepState.DONE, StepState.PARKED));
    }

    @Test
    void aListenerThatWasClosedIsNotToldAnyMore() throws Exception {
        var told = new ArrayList<UUID>();
        journal.onChange(told::add).close();
        add("one");
        assertThat(told).isEmpty();
    }

    @Test
    void aRunnerThatWasClosedBeginsNothing() {
        var job = add("one");
        var runner = runner(Map.of("one", this::note));
        runner.close();
        runner.perform(job);
        assertThat(performed).isEmpty();
        assertThat(states(job)).containsExactly(StepState.WAITING);
    }

    @Test
    void closingLetsTheStepEndThatIsBeingPerformedAndBeginsNoOther() {
        var job = add("one", "two");
        var runner = new AtomicReference<JournalRunner>();
        runner.set(runner(Map.of(
                "one",
                step -> {
                    runner.get().close();
                    return note(step);
                },
                "two",
                this::note)));
        runner.get().perform(job);
        assertThat(performed).containsExactly("one");
        assertThat(states(job)).containsExactly(StepState.DONE, StepState.WAITING);
    }

    @Test
    void whatFailedGoesOnByItselfWhenItsTimeHasCome() throws Exception {
        var failed = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        journal.onChange(job -> {
            if (first(job).problem().isPresent()) {
                failed.countDown();
            }
        });
        try (var runner = runner(Map.of("one", step -> {
            if (step.attempts() == 0) {
                throw new IllegalStateException("the first time");
            }
            done.countDown();
            return StepOutcome.DONE;
        }))) {
            runner.start();
            add("one");
            assertThat(failed.await(20, TimeUnit.SECONDS)).isTrue();
            pass(Duration.ofSeconds(1));
            runner.wake();
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatAPersonAsksForAgainIsPerformedByTheRunnerThatIsAwake() throws Exception {
        var job = add(Duration.ofHours(1), "one");
        var done = new CountDownLatch(1);
        try (var runner = runner(Map.of("one", _ -> {
            done.countDown();
            return StepOutcome.DONE;
        }))) {
            runner.start();
            journal.retryNow(job);
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void jobsArePerformedSideBySide() throws Exception {
        var together = new CountDownLatch(2);
        var met = new CountDownLatch(2);
        StepHandler meeting = _ -> {
            together.countDown();
            try {
                if (together.await(20, TimeUnit.SECONDS)) {
                    met.countDown();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return StepOutcome.DONE;
        };
        add("one");
        add("one");
        try (var runner = runner(Map.of("one", meeting))) {
            runner.start();
            assertThat(met.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void refuse(String condition) {
        database.with(handle -> handle.execute("alter table step add constraint refused check (" + condition + ")"));
    }

    private void refuseNothing() {
        database.with(handle -> handle.execute("alter table step drop constraint refused"));
    }

    @Test
    void aStepWhoseOutcomeCannotBeStoredIsRepeated() {
        var job = add("one");
        var runner = runner(Map.of("one", this::note));
        refuse("state <> 'DONE'");
        runner.perform(job);
        assertThat(first(job).state()).isEqualTo(StepState.WAITING);
        assertThat(first(job).problem().orElseThrow().code()).isEqualTo("journal.unexpected");

        refuseNothing();
        now.set(first(job).due());
        runner.perform(job);
        assertThat(performed).containsExactly("one", "one");
        assertThat(job(job).state()).isEqualTo(JobState.ENDED);
    }

    @Test
    void aStepOfWhichNothingCanBeStoredIsRepeatedOnceTheDatabaseWorksAgain() {
        var job = add("one");
        var runner = runner(Map.of("one", this::note));
        refuse("state not in ('DONE', 'PARKED') and problem_code is null");
        assertThatThrownBy(() -> runner.perform(job)).isInstanceOf(RuntimeException.class);
        assertThat(first(job).state()).isEqualTo(StepState.RUNNING);

        refuseNothing();
        runner.releaseAbandoned();
        assertThat(first(job).state()).isEqualTo(StepState.WAITING);
        assertThat(first(job).due()).isEqualTo(now.get().plusSeconds(5));
        now.set(first(job).due());
        runner.perform(job);
        assertThat(job(job).state()).isEqualTo(JobState.ENDED);
    }

    @Test
    void aStepThatIsBeingPerformedIsNotAbandoned() {
        var job = add("one");
        var runner = new AtomicReference<JournalRunner>();
        runner.set(runner(Map.of("one", step -> {
            runner.get().releaseAbandoned();
            performed.add(first(job).state().name());
            return note(step);
        })));
        runner.get().perform(job);
        assertThat(performed).containsExactly("RUNNING", "one");
    }

    @Test
    void aJobThatIsDroppedWhileItsStepIsTriedIsNotTriedAgain() {
        var job = add("one", "two");
        var runner = runner(Map.of(
                "one",
                step -> {
                    note(step);
                    journal.drop(job);
                    return later(OFFLINE, Duration.ofSeconds(1));
                },
                "two",
                this::note));
        runner.perform(job);
        assertThat(states(job)).containsOnly(StepState.DROPPED);
        pass(Duration.ofHours(1));
        journal.retryNow(job);
        runner.perform(job);
        assertThat(performed).containsExactly("one");
    }

    @Test
    void aJobWhoseEndCannotBeStoredRepeatsTheStepThatEndedIt() {
        var job = add("one", "two");
        var runner = runner(Map.of("one", _ -> new StepOutcome.EndJob(), "two", this::note));
        refuse("state <> 'DROPPED'");
        runner.perform(job);
        assertThat(states(job)).containsOnly(StepState.WAITING);

        refuseNothing();
        now.set(first(job).due());
        runner.perform(job);
        assertThat(states(job)).containsExactly(StepState.DONE, StepState.DROPPED);
        assertThat(performed).isEmpty();
    }
}
