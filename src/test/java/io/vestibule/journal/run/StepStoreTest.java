package io.vestibule.journal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.base.Problem;
import io.vestibule.journal.JobRecord;
import io.vestibule.journal.ScriptedJournal;
import io.vestibule.store.AllCompanies;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Rows of steps, and the row of the job that follows them.
class StepStoreTest extends ScriptedJournal {

    private static final UUID ME = UUID.randomUUID();

    private StepStore store() {
        return new StepStore(AllCompanies.of(database));
    }

    private ClaimStore claims() {
        return new ClaimStore(database, ME);
    }

    private Claim claim(UUID job) {
        return claims().claim(job, now.get()).orElseThrow();
    }

    private void complete(Claim claim, StepOutcome outcome) {
        claims().complete(Completion.of(claim, outcome), now.get());
    }

    /// Jobs of which a step is claimed now.
    private List<UUID> due() {
        return claims().claimDue(0, 100, now.get()).stream()
                .map(claim -> claim.step().job())
                .toList();
    }

    @Test
    void aJobWithoutStepsHasEndedAtOnce() {
        var job = add();
        assertThat(job(job).state()).isEqualTo(JobState.ENDED);
        assertThat(due()).isEmpty();
    }

    @Test
    void whatIsDueThisVeryMomentIsDueAndTheEarliestComesFirst() {
        var second = add(Duration.ofSeconds(20), "one");
        var first = add(Duration.ofSeconds(10), "one");
        add(Duration.ofSeconds(21), "one");
        now.set(START.plusSeconds(20));
        assertThat(due()).containsExactly(first, second);
    }

    @Test
    void whatIsWrittenDownInTheMiddleOfAMicrosecondIsDueAtOnce() {
        now.set(START.plusNanos(999));
        var job = add("one");
        assertThat(due()).containsExactly(job);
    }

    @Test
    void theNextDueTimeIsThatOfWaitingJobsOnly() {
        assertThat(claims().nextDue()).isEmpty();
        var parked = add("one", "two");
        perform(parked, new StepOutcome.Park(DENIED), StepOutcome.DONE);
        assertThat(claims().nextDue()).isEmpty();
        add(Duration.ofSeconds(30), "one");
        add(Duration.ofSeconds(20), "one");
        assertThat(claims().nextDue()).contains(START.plusSeconds(20));
    }

    @Test
    void aStepIsClaimedOnceAndCountsAsTried() {
        var job = add("one");
        var claimed = claim(job);
        assertThat(claimed.step().kind()).isEqualTo("one");
        assertThat(claims().claim(job, now.get())).isEmpty();
        assertThat(first(job).state()).isEqualTo(StepState.RUNNING);
        assertThat(first(job).attempts()).isEqualTo(1);
        assertThat(job(job).state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void aStepIsNotClaimedBeforeItsTimeNorAheadOfAnEarlierOne() {
        var job = add(Duration.ofSeconds(10), "one", "two");
        assertThat(claims().claim(job, START.plusSeconds(9))).isEmpty();
        assertThat(claims().claim(job, START.plusSeconds(10))
                        .orElseThrow()
                        .step()
                        .kind())
                .isEqualTo("one");
    }

    @Test
    void nothingIsClaimedOfAJobThatIsUnknownOrEnded() {
        assertThat(claims().claim(UUID.randomUUID(), now.get())).isEmpty();
        var ended = add("one");
        journal.drop(ended);
        assertThat(claims().claim(ended, now.get())).isEmpty();
    }

    @Test
    void aStepThatDoesNotRunIsNotCompleted() {
        var job = add("one");
        var waiting = first(job);
        for (var outcome : List.of(StepOutcome.DONE, later(OFFLINE, Duration.ofMinutes(1)))) {
            complete(new Claim(waiting, 0), outcome);
            assertThat(first(job)).isEqualTo(waiting);
            assertThat(job(job).state()).isEqualTo(JobState.WAITING);
        }
    }

    @Test
    void aProblemKeepsItsArgumentsInTheirOrder() {
        var job = add("one");
        var problem = Problem.of("cloud.quota", "IndexFaces", 5, "", "us-east-1");
        complete(claim(job), later(problem, Duration.ZERO));
        assertThat(first(job).problem()).contains(problem);
    }

    @Test
    void onlyAReadAnswerBringsANewToken() {
        var job = add("one");
        var token = first(job).token();
        complete(claim(job), later(OFFLINE, Duration.ZERO));
        assertThat(first(job).token()).isEqualTo(token);
        complete(claim(job), new StepOutcome.RetryLater(OFFLINE, Duration.ZERO, true));
        assertThat(first(job).token()).isNotEqualTo(token);
    }

    @Test
    void droppingTellsHowMuchItDroppedAndLeavesWhatRunsOrIsDone() {
        var job = add("one", "two", "three", "four");
        complete(claim(job), StepOutcome.DONE);
        claim(job);
        assertThat(store().drop(job, now.get())).isEqualTo(2);
        assertThat(states(job))
                .containsExactly(StepState.DONE, StepState.RUNNING, StepState.DROPPED, StepState.DROPPED);
        assertThat(job(job).state()).isEqualTo(JobState.RUNNING);
        assertThat(store().drop(UUID.randomUUID(), now.get())).isZero();
    }

    @Test
    void aDroppedStepKeepsItsProblemOnlyIfItWasParked() {
        var parked = add("one", "two");
        perform(parked, new StepOutcome.Park(DENIED), StepOutcome.DONE);
        var waiting = add("one", "two");
        perform(waiting, later(OFFLINE, Duration.ofHours(1)), StepOutcome.DONE);
        journal.drop(parked);
        journal.drop(waiting);
        assertThat(first(parked).problem()).contains(DENIED);
        assertThat(first(waiting).problem()).isEmpty();
    }

    @Test
    void aJobIsDroppedUnbegunBeforeItsFirstAttemptAndNotAfterIt() {
        var unbegun = add("one", "two");
        assertThat(journal.dropIfNotStarted(unbegun)).isTrue();
        assertThat(states(unbegun)).containsOnly(StepState.DROPPED);

        var begun = add("one", "two");
        perform(begun, later(OFFLINE, Duration.ofHours(1)), StepOutcome.DONE);
        assertThat(journal.dropIfNotStarted(begun)).isFalse();
        assertThat(states(begun)).containsOnly(StepState.WAITING);
        assertThat(journal.dropIfNotStarted(unbegun)).as("dropped already").isFalse();
        assertThat(journal.dropIfNotStarted(UUID.randomUUID())).as("unknown").isFalse();
    }

    @Test
    void hasteMakesWaitingAndParkedStepsDueNowAndLeavesTheOthers() {
        var job = add("one", "two", "three");
        complete(claim(job), StepOutcome.DONE);
        complete(claim(job), new StepOutcome.Park(DENIED));
        pass(Duration.ofMinutes(1));
        journal.retryNow(job);
        assertThat(states(job)).containsExactly(StepState.DONE, StepState.WAITING, StepState.WAITING);
        assertThat(job(job).due()).isEqualTo(now.get());
        assertThat(journal.steps(job).get(1).problem())
                .as("why it stopped, until it is tried again")
                .contains(DENIED);

        claim(job);
        journal.retryNow(job);
        assertThat(states(job)).containsExactly(StepState.DONE, StepState.RUNNING, StepState.WAITING);
    }

    @Test
    void hasteForAJobThatHasEndedDoesNotOpenItAgain() {
        var job = add("one");
        journal.drop(job);
        var ended = job(job);
        pass(Duration.ofMinutes(1));
        journal.retryNow(job);
        assertThat(job(job)).isEqualTo(ended);
    }

    @Test
    void theTimeAtWhichAJobEndedStaysWhenItIsDroppedAgain() {
        var job = add("one");
        pass(Duration.ofSeconds(5));
        journal.drop(job);
        pass(Duration.ofSeconds(5));
        journal.drop(job);
        assertThat(job(job).changed()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void aCrashReleasesWhatRanAndNothingElse() {
        var running = add("one", "two");
        var claimed = claim(running);
        var parked = add("one", "two");
        perform(parked, new StepOutcome.Park(DENIED), StepOutcome.DONE);
        var ended = add("one");
        journal.drop(ended);

        claims().release(ClaimStore.Abandoned.ALL, Set.of(), Duration.ZERO, now.get());

        assertThat(states(running)).containsExactly(StepState.WAITING, StepState.WAITING);
        assertThat(job(running).state()).isEqualTo(JobState.WAITING);
        assertThat(first(running).token())
                .as("the service may have had it already")
                .isEqualTo(claimed.step().token());
        assertThat(first(running).attempts()).isEqualTo(1);
        assertThat(due()).containsExactly(running);
        assertThat(job(parked).state()).isEqualTo(JobState.PARKED);
        assertThat(job(ended).state()).isEqualTo(JobState.ENDED);
    }

    @Test
    void problemsAreThoseOfOpenStepsEachOnce() {
        for (int i = 0; i < 2; i++) {
            perform(add("one", "two"), new StepOutcome.Park(DENIED), StepOutcome.DONE);
        }
        perform(add("one", "two"), later(OFFLINE, Duration.ofHours(1)), StepOutcome.DONE);
        var gone = add("one", "two");
        perform(gone, new StepOutcome.Park(Problem.of("cloud.gone")), StepOutcome.DONE);
        journal.drop(gone);
        add("one");
        assertThat(journal.openProblemCodes()).containsExactlyInAnyOrder("cloud.denied", "cloud.offline");
        assertThat(journal.jobsWithProblems()).hasSize(3).doesNotContain(gone);
    }

    @Test
    void openStepsAreListedByTheirTimeThenByTheirPlace() {
        add(Duration.ofSeconds(10), "later");
        add("soon", "next");
        var ended = add("ended");
        journal.drop(ended);
        assertThat(journal.openSteps(10)).extracting(Step::kind).containsExactly("soon", "next", "later");
        assertThat(journal.openSteps(2)).extracting(Step::kind).containsExactly("soon", "next");
    }

    @Test
    void openStepsOfASubjectAreOnlyItsOwn() {
        var job = journal.add(
                new CompanyId("acme-1"),
                List.of(new NewStep(() -> "one", "a"), new NewStep(() -> "two", "b"), new NewStep(() -> "three", "a")),
                Duration.ZERO);
        perform(job, StepOutcome.DONE, later(OFFLINE, Duration.ofHours(1)));
        assertThat(journal.openStepsFor("a")).extracting(Step::kind).containsExactly("three");
        assertThat(journal.openStepsFor("b")).extracting(Step::kind).containsExactly("two");
        assertThat(journal.openStepsFor("c")).isEmpty();
    }

    @Test
    void argumentsThatAreTooLongTogetherAreCutAndKeepTheirNumber() {
        var job = add("one");
        var problem = Problem.of("cloud.denied", "x".repeat(1_200), "y", "z".repeat(900));
        complete(claim(job), new StepOutcome.Park(problem));
        var args = first(job).problem().orElseThrow().args();
        assertThat(first(job).state()).isEqualTo(StepState.PARKED);
        assertThat(args).hasSize(3);
        assertThat(args.get(0)).matches("x{300,}");
        assertThat(args.get(1)).isEqualTo("y");
        assertThat(args.get(2)).matches("z{300,}");
    }

    @Test
    void aProblemOfThousandsOfArgumentsIsStored() {
        var job = add("one");
        var many = new Problem("cloud.denied", Collections.nCopies(3_000, "a"));
        complete(claim(job), later(many, Duration.ZERO));
        assertThat(first(job).state()).isEqualTo(StepState.WAITING);
    }

    @Test
    void aRunningStepOfADroppedJobIsDroppedInsteadOfWaitingOrParkingAndKeepsItsProblem() {
        for (var park : List.of(true, false)) {
            var job = add("one", "two");
            var running = claim(job);
            store().drop(job, now.get());
            assertThat(states(job)).containsExactly(StepState.RUNNING, StepState.DROPPED);
            complete(running, park ? new StepOutcome.Park(DENIED) : later(DENIED, Duration.ZERO));
            assertThat(states(job)).containsOnly(StepState.DROPPED);
            assertThat(first(job).problem()).contains(DENIED);
            assertThat(job(job).state()).isEqualTo(JobState.ENDED);
            assertThat(job(job).endReason()).isEqualTo(JobRecord.EndReason.GIVEN_UP);
        }
    }

    @Test
    void aRunningStepOfADroppedJobThatIsDoneStaysDone() {
        var job = add("one", "two");
        var running = claim(job);
        store().drop(job, now.get());
        complete(running, StepOutcome.DONE);
        assertThat(states(job)).containsExactly(StepState.DONE, StepState.DROPPED);
        assertThat(job(job).state()).isEqualTo(JobState.ENDED);
    }

    @Test
    void aCrashDoesNotRepeatTheRunningStepOfADroppedJob() {
        var job = add("one", "two");
        claim(job);
        store().drop(job, now.get());
        claims().release(ClaimStore.Abandoned.ALL, Set.of(), Duration.ZERO, now.get());
        assertThat(states(job)).containsOnly(StepState.DROPPED);
        assertThat(job(job).state()).isEqualTo(JobState.ENDED);
    }
}
