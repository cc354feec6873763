package io.vestibule.rules.ui;

import io.vestibule.base.Problem;
import io.vestibule.people.Site;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.StillView;
import io.vestibule.ui.control.Banner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Port: what the Rules screen needs from the rest of the program.
public interface RulesPort {

    /// Whether the operator may change rules. Called on the FX thread.
    boolean mayManageRules();

    /// The time by the clock of the program. Any thread.
    Instant now();

    /// Called on a background thread.
    List<Site> sites();

    /// Host of the VMS in use; empty for the embedded one. Called on a background thread.
    Optional<String> vmsHost();

    /// Name of the company that the console is set to, if there are several. Called on a background thread.
    Optional<String> companyName();

    /// The text of a quality finding of a face, by its key. Any thread.
    String findingText(String key);

    /// The display name of an engine. Any thread.
    String engineText(String engine);

    /// The camera of this computer, for one picture; empty where no camera is to be used. Created for each call. FX
    /// thread.
    Optional<StillView<Pixels>> still();

    /// Shows a banner under the title. FX thread.
    void showBanner(Banner banner);

    /// Shows a banner about something that the operator did not do, as soon as no other one is shown. FX thread.
    void showNotice(Banner banner);

    /// Shows a problem, with its details one click away. FX thread.
    void showProblem(Problem problem);
}
