package io.vestibule.audit;

import io.vestibule.base.Problem;

/// A call was refused, because of the signed-in operator or of the rules for operators. Nothing was changed.
public final class AuditException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient AuditFailure failure;

    public AuditException(AuditFailure failure) {
        super(failure.problem().code());
        this.failure = failure;
    }

    public AuditFailure failure() {
        return failure;
    }

    public Problem problem() {
        return failure.problem();
    }
}
