package io.vestibule.doctor;

import io.vestibule.base.Problem;

/// The comparison cannot be made, or a remedy cannot be ordered. Nothing was changed.
public final class DoctorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    DoctorException(String code) {
        super(code);
        this.problem = Problem.of(code);
    }

    public Problem problem() {
        return problem;
    }
}
