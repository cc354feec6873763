package io.vestibule.store;

import io.vestibule.base.Problem;

/// The database cannot be opened, or its contents cannot be brought up to date.
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    StoreException(Problem problem, Throwable cause) {
        super(problem.code(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
