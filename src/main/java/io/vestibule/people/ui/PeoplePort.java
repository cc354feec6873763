package io.vestibule.people.ui;

import io.vestibule.audit.Permission;
import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.people.ConsentWording;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Site;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.StillView;
import io.vestibule.ui.control.Banner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the People screen needs from the rest of the program.
public interface PeoplePort {

    /// An entry of the history of a person or of one of their photos.
    ///
    /// @param action in the spelling of the audit log, for example `person.enrolled`
    /// @param operator name of the operator; empty for automatic actions
    record HistoryEntry(Instant at, String action, Optional<String> operator) {}

    /// Called in the background.
    CompanyId company();

    /// Called in the background.
    List<Site> sites();

    /// Whether the operator has that permission. FX thread.
    boolean may(Permission permission);

    Instant now();

    /// Registers a listener that is notified, on any thread, after people may have changed. Close to remove it.
    AutoCloseable onPeopleChange(Runnable changed);

    /// History, newest first. Called in the background.
    ///
    /// @param subjects ids of a person and of their photos
    List<HistoryEntry> history(List<String> subjects);

    /// The details and photos of this person are shown. FX thread.
    void viewed(PersonId person);

    /// Display name of the engine that computed a similarity. Any thread.
    String engineText(String engine);

    /// The camera of this computer, for one picture; empty if it is configured to have none. Created on each
    /// call. FX thread.
    Optional<StillView<Pixels>> still();

    /// Shows a banner under the title. FX thread.
    void showBanner(Banner banner);

    /// Navigates to the Enrol screen. FX thread.
    void openEnrol();

    /// Navigates to the Enrol screen, to take photos of this person. FX thread.
    ///
    /// @param instead the photo that the new ones replace
    void takePhotos(PersonId person, String name, Optional<PhotoId> instead);

    /// Shows one photo of a person as large as the window allows. FX thread.
    void showPhoto(String name, PhotoId photo);

    /// Whether documents can be compared with photos.
    boolean comparesDocuments();

    /// Compares a document with a photo of a person. FX thread.
    void compareDocument(PersonId person, String name, PhotoId photo);

    /// Asks again whether this person, who was saved while the service was unreachable, was already enrolled. FX
    /// thread.
    void resolveDuplicate(PersonId newcomer);

    /// Writes all data of this person into a file that is handed over to them. FX thread.
    void handOver(PersonId person);

    /// The text to show before this person answers. Called in the background.
    ConsentWording consentWording(Person person);

    /// The person's answer given now, witnessed by the operator who is signed in. Called in the background.
    ///
    /// @param method how they consented; empty if they refuse photos
    /// @param shown the text that they were shown
    /// @param guardian who answers for a person who is too young to
    LegalBasis answer(Optional<LegalBasis.Method> method, ConsentWording shown, Optional<String> guardian);

    /// Default retention of people of that kind, in days.
    int defaultRetentionDays(PersonKind kind);
}
