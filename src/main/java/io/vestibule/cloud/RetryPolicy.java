package io.vestibule.cloud;

import java.io.IOException;
import java.time.Duration;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.retry.RetryUtils;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/// What a client retries automatically: lost answers, server errors, and clock skew that it can correct. Every call
/// that we make is idempotent: by its token, by the photo's id, or because repeating it has no further effect.
///
/// Throttled calls are left to [RateLimiter], through which every retry has to pass: retries that bypass the rate
/// limiter would cause more throttling.
public final class RetryPolicy {

    private static final int ATTEMPTS = 3;
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int ILL = 500;

    private RetryPolicy() {}

    public static RetryStrategy strategy() {
        BackoffStrategy backoff = BackoffStrategy.exponentialDelay(FIRST, LONGEST);
        return StandardRetryStrategy.builder()
                .maxAttempts(ATTEMPTS)
                .useClientDefaults(false)
                .retryOnException(RetryPolicy::isRetryable)
                .treatAsThrottling(_ -> false)
                .backoffStrategy(backoff)
                .throttlingBackoffStrategy(backoff)
                .build();
    }

    private static boolean isRetryable(Throwable thrown) {
        if (thrown instanceof SdkServiceException service) {
            return !SdkFailureMapper.isThrottled(service)
                    && (service.statusCode() >= ILL || RetryUtils.isClockSkewException((SdkException) service));
        }
        return thrown instanceof IOException
                || thrown instanceof ApiCallAttemptTimeoutException
                || thrown.getCause() instanceof IOException;
    }
}
