package io.vestibule.privacy;

import io.vestibule.base.Problem;

/// Something of this room was not done. Nothing was changed.
public final class PrivacyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient PrivacyFailure failure;

    public PrivacyException(PrivacyFailure failure) {
        super(failure.problem().code());
        this.failure = failure;
    }

    public PrivacyException(PrivacyFailure failure, Throwable cause) {
        super(failure.problem().code(), cause);
        this.failure = failure;
    }

    public Problem problem() {
        return failure.problem();
    }
}
