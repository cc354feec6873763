package io.vestibule.vision;

import io.vestibule.base.Problem;

/// The models cannot be loaded or run on this machine.
public final class VisionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    VisionException(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    VisionException(Problem problem, Throwable cause) {
        super(problem.code(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
