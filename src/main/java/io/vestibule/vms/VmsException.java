package io.vestibule.vms;

import io.vestibule.base.Problem;

/// A call to the VMS that did not end as it should, by what can be done about it. Its message is the code alone:
/// the server's words stay in the failure, because a message may end in a log.
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
