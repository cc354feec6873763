package io.vestibule.cloud;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.AbortedException;

/// The steps of every call: rate limiter, service, call log.
final class CallExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(CallExecutor.class);

    /// Maximum number of attempts for a throttled call. Each refusal increases the back-off.
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

    /// Executes the call and rethrows what the SDK throws, for callers that treat some failures as results.
    ///
    /// A throttled call was not performed: it is retried through the rate limiter, up to the maximum number of
    /// attempts.
    <T> T executeRaw(Operation operation, Supplier<T> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                return executeOnce(operation, call);
            } catch (RuntimeException e) {
                boolean again = SdkFailureMapper.isThrottled(e) && rateLimiter.onThrottled(operation);
                if (!again || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private <T> T executeOnce(Operation operation, Supplier<T> call) {
        RateLimiter.Permit permit = acquirePermit(operation);
        Instant at = clock.instant();
        boolean ok = false;
        try {
            T answer = call.get();
            ok = true;
            return answer;
        } catch (AbortedException e) {
            // The SDK clears the interrupt status; the code that interrupted this thread still needs it.
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

    private RateLimiter.Permit acquirePermit(Operation operation) {
        try {
            return rateLimiter.acquire(operation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(new CloudFailure.Offline(), e);
        }
    }

    /// A failure to write the log must not make a performed call fail.
    private void logCall(Operation operation, Instant at, boolean ok) {
        try {
            log.onCall(operation.apiName(), at, billed && operation.billed(), ok);
        } catch (RuntimeException e) {
            LOG.warn("A call of {} was not logged", operation.apiName(), e);
        }
    }
}
