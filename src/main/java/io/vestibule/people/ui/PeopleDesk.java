package io.vestibule.people.ui;

import io.vestibule.base.CompanyId;
import io.vestibule.people.Site;
import io.vestibule.ui.control.Banner;
import java.time.Instant;
import java.util.List;

/// What the screen of people needs from the program around it.
public interface PeopleDesk {

    /// Asked in the background.
    CompanyId company();

    /// Asked in the background.
    List<Site> sites();

    /// Whether the operator may remove people and photos. FX thread.
    boolean mayRemove();

    Instant now();

    /// Calls back, on any thread, after anything about people may have changed; until closed.
    AutoCloseable onChange(Runnable changed);

    /// A reason of a service, such as `LOW_SHARPNESS`, in plain words. Any thread.
    String reasonWords(String reason);

    /// Shows a banner under the title. FX thread.
    void tell(Banner banner);

    /// Goes to where people are enrolled. FX thread.
    void enrol();
}
