package io.vestibule.rules;

import io.vestibule.base.Problem;

/// A [RuleFailure] as an exception.
public final class RuleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RuleFailure failure;

    public RuleException(RuleFailure failure) {
        super(failure.problem().code());
        this.failure = failure;
    }

    public RuleFailure failure() {
        return failure;
    }

    public Problem problem() {
        return failure.problem();
    }
}
