package io.vestibule.inspect;

import io.vestibule.base.Problem;

/// A photo could not be analysed; see [InspectFailure].
public final class InspectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient InspectFailure failure;

    public InspectException(InspectFailure failure) {
        super(failure.problem().code());
        this.failure = failure;
    }

    public InspectFailure failure() {
        return failure;
    }

    public Problem problem() {
        return failure.problem();
    }
}
