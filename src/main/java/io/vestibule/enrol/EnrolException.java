package io.vestibule.enrol;

import io.vestibule.base.Problem;
import java.util.List;

/// A request of the operator that fails validation; nothing was changed.
public final class EnrolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public EnrolException(String code) {
        this(List.of(Problem.of(code)));
    }

    public EnrolException(List<Problem> problems) {
        super(problems.getFirst().code());
        this.problems = List.copyOf(problems);
    }

    /// All validation problems, the most important first; at least one.
    public List<Problem> problems() {
        return problems;
    }
}
