package io.vestibule.doctor.ui;

import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.ui.control.Banner;
import java.util.Optional;

/// What the screen of the gallery self-test asks of the rest of the program.
public interface SelfTestPort {

    /// Whether calls are charged for.
    boolean isCharged();

    /// Name of a person who is still enrolled. Blocks.
    Optional<String> name(PersonId person);

    boolean isMonthly();

    /// Blocks.
    ///
    /// @throws RuntimeException if the setting is locked or the operator lacks the permission
    void setMonthly(boolean monthly);

    /// Asks for a file, and writes the page into it as a PDF document. FX thread.
    void save(ReportPage page);

    void showBanner(Banner banner);

    void showProblem(Problem problem);
}
