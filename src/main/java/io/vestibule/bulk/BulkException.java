package io.vestibule.bulk;

import io.vestibule.base.Problem;

/// An import that cannot begin or go on, or one photo or row that cannot be read.
public final class BulkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient BulkFailure failure;

    public BulkException(BulkFailure failure) {
        super(failure.problem().code());
        this.failure = failure;
    }

    /// The cause often has a file name in its message, so only its type is logged.
    public BulkException(BulkFailure failure, Throwable cause) {
        super(failure.problem().code(), cause);
        this.failure = failure;
    }

    public BulkFailure failure() {
        return failure;
    }

    public Problem problem() {
        return failure.problem();
    }
}
