package io.vestibule.cloud;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.AbortedException;

/// The way that every call takes: through the gate, to the service, into the log of calls.
final class Calls {

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    /// Times that a throttled call is made in all. Each refusal makes the next wait longer.
    private static final int ATTEMPTS = 5;

    private final boolean billed;
    private final RateGate gate;
    private final CallLog log;
    private final InstantSource clock;

    /// @param billed whether this service costs money at all
    Calls(boolean billed, RateGate gate, CallLog log, InstantSource clock) {
        this.billed = billed;
        this.gate = gate;
        this.log = log;
        this.clock = clock;
    }

    Calls forJobs() {
        return new Calls(billed, gate.forJobs(), log, clock);
    }

    /// Makes the call and lets what the SDK throws pass, for callers to whom some failures are answers.
    ///
    /// A call that was refused because there were too many was not done: it comes to the gate again, a few times.
    <T> T raw(Operation operation, Supplier<T> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(operation, call);
            } catch (RuntimeException e) {
                boolean again = SdkFailures.throttled(e) && gate.throttled(operation);
                if (!again || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private <T> T once(Operation operation, Supplier<T> call) {
        RateGate.Pass pass = enter(operation);
        Instant at = clock.instant();
        boolean ok = false;
        try {
            T answer = call.get();
            ok = true;
            return answer;
        } catch (AbortedException e) {
            // The SDK takes the interruption away; whoever stops this thread still needs it.
            Thread.currentThread().interrupt();
            throw e;
        } finally {
            pass.answered();
            tell(operation, at, ok);
        }
    }

    /// @throws CloudException and nothing else
    <T> T make(Operation operation, Supplier<T> call) {
        try {
            return raw(operation, call);
        } catch (RuntimeException e) {
            throw failed(operation, e);
        }
    }

    static CloudException failed(Operation operation, RuntimeException thrown) {
        return thrown instanceof CloudException known
                ? known
                : new CloudException(SdkFailures.of(operation, thrown), thrown);
    }

    private RateGate.Pass enter(Operation operation) {
        try {
            return gate.enter(operation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(new CloudFailure.Offline(), e);
        }
    }

    /// A log that cannot be written must not undo a call that was made.
    private void tell(Operation operation, Instant at, boolean ok) {
        try {
            log.called(operation.spelling(), at, billed && operation.billed(), ok);
        } catch (RuntimeException e) {
            LOG.warn("A call of {} was not logged", operation.spelling(), e);
        }
    }
}
