package io.vestibule.vms;

import io.vestibule.base.Problem;

/// A failed call to the VMS. Its message is the code alone: the server's text stays in the failure, because a message
/// may be logged.
public final class VmsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient VmsFailure failure;

    public VmsException(VmsFailure failure) {
        super(failure.problem().code());
        this.failure = failure;
    }

    public VmsFailure failure() {
        return failure;
    }

    public Problem problem() {
        return failure.problem();
    }
}
