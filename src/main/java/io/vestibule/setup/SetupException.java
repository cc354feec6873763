package io.vestibule.setup;

import io.vestibule.base.Problem;

/// A requested change of a company or site is invalid. Nothing was changed.
public final class SetupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    SetupException(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
