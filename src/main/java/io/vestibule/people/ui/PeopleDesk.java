package io.vestibule.people.ui;

import io.vestibule.audit.Permission;
import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.people.Site;
import io.vestibule.ui.control.Banner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the screen of people needs from the program around it.
public interface PeopleDesk {

    /// Something that was done to a person or to one of their photos.
    ///
    /// @param action as the log spells it, for example `person.enrolled`
    /// @param operator name of who did it; empty for what the console did by itself
    record Past(Instant at, String action, Optional<String> operator) {}

    /// Asked in the background.
    CompanyId company();

    /// Asked in the background.
    List<Site> sites();

    /// Whether the operator may do that. FX thread.
    boolean may(Permission permission);

    Instant now();

    /// Calls back, on any thread, after anything about people may have changed; until closed.
    AutoCloseable onPeopleChange(Runnable changed);

    /// What was done, newest first. Asked in the background.
    ///
    /// @param subjects ids of a person and of the photos
    List<Past> history(List<String> subjects);

    /// A reason of a service, such as `LOW_SHARPNESS`, in plain words. Any thread.
    String reasonWords(String reason);

    /// The engine that a figure is of, in words. Any thread.
    String engineWords(String engine);

    /// Shows a banner under the title. FX thread.
    void tell(Banner banner);

    /// Goes to where people are enrolled. FX thread.
    void enrol();

    /// Goes to where another photo of this person is taken. FX thread.
    void retake(PersonId person);
}
