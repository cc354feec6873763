package io.vestibule.store;

import io.vestibule.base.Problem;

/// The database cannot be opened, migrated, or written to.
public sealed class StoreException extends RuntimeException permits DamagedRowException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    StoreException(FileFault fault) {
        this(fault.problem());
    }

    public StoreException(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    public StoreException(Problem problem, Throwable cause) {
        super(problem.code(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
