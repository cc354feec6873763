package io.vestibule.cloud;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.AbortedException;

/// The way that every call takes: through the gate, to the service, into the log of calls.
final class CallExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(CallExecutor.class);

    /// Times that a throttled call is made in all. Each refusal makes the next wait longer.
    private static final int ATTEMPTS = 5;

    private final boolean billed;
    private final RateLimiter rateLimiter;
    private final CallLog log;
    private final InstantSource clock;

    /// @param billed whether this service costs money at all
    CallExecutor(boolean billed, RateLimiter rateLimiter, CallLog log, InstantSource clock) {
        this.billed = billed;
        this.rateLimiter = rateLimiter;
        this.log = log;
        this.clock = clock;
    }

    CallExecutor forJobs() {
        return new CallExecutor(billed, rateLimiter.forJobs(), log, clock);
    }

    /// Makes the call and lets what the SDK throws pass, for callers to whom some failures are answers.
    ///
    /// A call that was refused because there were too many was not done: it comes to the gate again, a few times.
    <T> T executeRaw(Operation operation, Supplier<T> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(operation, call);
            } catch (RuntimeException e) {
                boolean again = SdkFailureMapper.isThrottled(e) && rateLimiter.onThrottled(operation);
                if (!again || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private <T> T once(Operation operation, Supplier<T> call) {
        RateLimiter.Permit permit = enter(operation);
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
            permit.completed();
            logCall(operation, at, ok);
        }
    }

    /// @throws CloudException and nothing else
    <T> T execute(Operation operation, Supplier<T> call) {
        try {
            return executeRaw(operation, call);
        } catch (RuntimeException e) {
            throw toException(operation, e);
        }
    }

    static CloudException toException(Operation operation, RuntimeException thrown) {
        return thrown instanceof CloudException known
                ? known
                : new CloudException(SdkFailureMapper.toFailure(operation, thrown), thrown);
    }

    private RateLimiter.Permit enter(Operation operation) {
        try {
            return rateLimiter.acquire(operation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(new CloudFailure.Offline(), e);
        }
    }

    /// A log that cannot be written must not undo a call that was made.
    private void logCall(Operation operation, Instant at, boolean ok) {
        try {
            log.onCall(operation.apiName(), at, billed && operation.billed(), ok);
        } catch (RuntimeException e) {
            LOG.warn("A call of {} was not logged", operation.apiName(), e);
        }
    }
}
