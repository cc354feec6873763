package io.vestibule.enrol.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.journal.run.StepState;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the journal does about each failure of a call: waits where waiting helps, asks a person everywhere else.
class CloudFailureMappingTest {

    /// A failure that is added later is parked until somebody says here that it passes.
    private static final Set<Class<?>> PASSING = Set.of(
            CloudFailure.Offline.class,
            CloudFailure.BadCertificate.class,
            CloudFailure.ProxyLogin.class,
            CloudFailure.ClockSkew.class,
            CloudFailure.Expired.class,
            CloudFailure.NoCredentials.class,
            CloudFailure.Throttled.class,
            CloudFailure.Busy.class,
            CloudFailure.Conflict.class,
            CloudFailure.Undetermined.class);

    static Stream<CloudFailure> passing() {
        return all().filter(failure -> PASSING.contains(failure.getClass()));
    }

    static Stream<CloudFailure> lasting() {
        return all().filter(failure -> !PASSING.contains(failure.getClass()));
    }

    private static Stream<CloudFailure> all() {
        return Arrays.stream(CloudFailure.class.getPermittedSubclasses()).map(CloudFailureMappingTest::failure);
    }

    private static CloudFailure failure(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            var words = new Object[constructor.getParameterCount()];
            Arrays.fill(words, "IndexFaces");
            return (CloudFailure) constructor.newInstance(words);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Step step(int attempts) {
        return new Step(
                UUID.randomUUID(),
                UUID.randomUUID(),
                0,
                "index-photo",
                "subject",
                StepState.RUNNING,
                Instant.EPOCH,
                attempts,
                "token",
                Optional.empty());
    }

    private static StepOutcome outcome(CloudFailure failure, int attempts) {
        return new CloudFailureMapping(_ -> {
                    throw new CloudException(failure);
                })
                .perform(step(attempts));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatPassesByItselfIsTriedAgain(CloudFailure failure) {
        assertThat(outcome(failure, 0)).isInstanceOfSatisfying(StepOutcome.RetryLater.class, retryLater -> {
            assertThat(retryLater.problem()).isEqualTo(failure.problem());
            assertThat(retryLater.delay()).isEqualTo(Duration.ofSeconds(1));
        });
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void whatDoesNotPassByItselfIsForAPersonToDecide(CloudFailure failure) {
        assertThat(outcome(failure, 0)).isEqualTo(new StepOutcome.Park(failure.problem()));
        assertThat(outcome(failure, 9)).isEqualTo(new StepOutcome.Park(failure.problem()));
    }

    @Test
    void thePauseDoublesWithEachAttemptUpToFiveMinutes() {
        var busy = new CloudFailure.Busy("IndexFaces");
        assertThat(Stream.of(1, 2, 8, 9, 1_000)
                        .map(attempts -> ((StepOutcome.RetryLater) outcome(busy, attempts)).delay()))
                .containsExactly(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(256),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void onlyWithoutAnAnswerTheNextAttemptKeepsItsToken(CloudFailure failure) {
        assertThat(((StepOutcome.RetryLater) outcome(failure, 0)).answered())
                .isEqualTo(!(failure instanceof CloudFailure.Offline));
    }

    @Test
    void whatTheStepSaysItselfIsLeftAsItIs() {
        var retryLater = new StepOutcome.RetryLater(Problem.of("enrol.updating"), Duration.ofMillis(200), true);
        assertThat(new CloudFailureMapping(_ -> retryLater).perform(step(0))).isSameAs(retryLater);
        assertThat(new CloudFailureMapping(_ -> StepOutcome.DONE).perform(step(0)))
                .isSameAs(StepOutcome.DONE);
    }

    @Test
    void aFaultOfOurOwnIsNotTakenForOneOfTheService() {
        var fault = new IllegalStateException("ours");
        assertThatThrownBy(() -> new CloudFailureMapping(_ -> {
                            throw fault;
                        })
                        .perform(step(0)))
                .isSameAs(fault);
    }
}
