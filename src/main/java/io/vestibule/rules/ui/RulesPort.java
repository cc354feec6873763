package io.vestibule.rules.ui;

import io.vestibule.base.Problem;
import io.vestibule.people.Site;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.StillView;
import io.vestibule.ui.control.Banner;
import java.util.List;
import java.util.Optional;

/// What the Rules screen needs from the program around it.
public interface RulesPort {

    /// Whether the operator may change rules. FX thread.
    boolean mayManageRules();

    /// Asked in the background.
    List<Site> sites();

    /// What is wrong with a face, by the key of its finding. Any thread.
    String findingText(String key);

    /// An engine as it is called on screens. Any thread.
    String engineText(String engine);

    /// The camera of this desk, for one picture; empty where it is meant to have none. Made anew each time. FX thread.
    Optional<StillView<Pixels>> still();

    /// Shows a banner under the title. FX thread.
    void showBanner(Banner banner);

    /// Tells a problem, with its details a click away. FX thread.
    void showProblem(Problem problem);
}
