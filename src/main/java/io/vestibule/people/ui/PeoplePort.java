package io.vestibule.people.ui;

import io.vestibule.audit.Permission;
import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Site;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.StillView;
import io.vestibule.ui.control.Banner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the screen of people needs from the program around it.
public interface PeoplePort {

    /// Something that was done to a person or to one of their photos.
    ///
    /// @param action as the log spells it, for example `person.enrolled`
    /// @param operator name of who did it; empty for what the console did by itself
    record HistoryEntry(Instant at, String action, Optional<String> operator) {}

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
    List<HistoryEntry> history(List<String> subjects);

    /// The engine that a figure is of, in words. Any thread.
    String engineText(String engine);

    /// The camera of this desk, for one picture; empty where it is meant to have none. Made anew each time. FX thread.
    Optional<StillView<Pixels>> still();

    /// Shows a banner under the title. FX thread.
    void showBanner(Banner banner);

    /// Goes to where people are enrolled. FX thread.
    void openEnrol();

    /// Goes to where photos of this person are taken. FX thread.
    ///
    /// @param instead the photo that the new ones replace
    void takePhotos(PersonId person, String name, Optional<PhotoId> instead);

    /// Shows one photo of somebody as large as there is room for. FX thread.
    void showPhoto(String name, PhotoId photo);

    /// Whether a document can be held beside a photo.
    boolean comparesDocuments();

    /// Holds a document beside a photo of somebody. FX thread.
    void compareDocument(PersonId person, String name, PhotoId photo);

    /// Asks again whether this person, who was saved while the service was away, is somebody who was there already.
    /// FX thread.
    void resolveDuplicate(PersonId newcomer);

    /// What somebody is to be shown before they agree.
    String consentText();

    /// The person agrees, now and in front of whoever sits at the desk. Asked in the background.
    LegalBasis consent(LegalBasis.Method method);

    /// Days after which somebody of that kind is forgotten where nothing else is chosen.
    int defaultRetentionDays(PersonKind kind);
}
