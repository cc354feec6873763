package io.vestibule.cloud;

import io.vestibule.base.Problem;

/// A call without a usable answer, with its failure.
public final class CloudException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient CloudFailure failure;

    public CloudException(CloudFailure failure, Throwable cause) {
        super(failure.problem().code(), cause);
        this.failure = failure;
    }

    public CloudException(CloudFailure failure) {
        super(failure.problem().code());
        this.failure = failure;
    }

    public CloudFailure failure() {
        return failure;
    }

    public Problem problem() {
        return failure.problem();
    }
}
