package io.vestibule.doctor.ui;

import io.vestibule.base.Problem;
import io.vestibule.ui.control.Banner;

/// What the list of discrepancies asks of the rest of the program.
public interface DoctorPort {

    /// Whether calls are charged for.
    boolean isCharged();

    /// @param changed called on any thread when a job has changed
    /// @return ends it
    AutoCloseable onChange(Runnable changed);

    void showBanner(Banner banner);

    void showProblem(Problem problem);
}
