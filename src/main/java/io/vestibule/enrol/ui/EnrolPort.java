package io.vestibule.enrol.ui;

import io.vestibule.audit.Permission;
import io.vestibule.base.OperatorId;
import io.vestibule.base.PersonId;
import io.vestibule.base.SiteId;
import io.vestibule.people.ConsentWording;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Site;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What the Enrol screen needs from the rest of the program.
public interface EnrolPort {

    /// Sites of the active company. Blocks.
    List<Site> sites();

    OperatorId operator();

    boolean may(Permission permission);

    Instant now();

    /// The text that asks such a person for consent, as it is shown now. Blocks.
    ///
    /// @param sites of the person
    /// @param language tag; English if there is no text in it
    ConsentWording consentWording(PersonKind kind, Set<SiteId> sites, String language);

    /// The age from which a person answers alone, in years. FX thread.
    int guardianAge();

    /// Tags of the languages in which such a person can be asked. Blocks.
    List<String> consentLanguages(PersonKind kind);

    /// Default retention of people of that kind, in days.
    int defaultRetentionDays(PersonKind kind);

    /// Blocks.
    Optional<Person> person(PersonId person);

    /// A thumbnail of the person. Blocks.
    Optional<byte[]> thumbnail(PersonId person);

    /// Navigates to the screen on which the problems of this person's photos are repaired. FX thread.
    void openRepair(PersonId person, String name);

    /// Offers to undo the enrolment of somebody who is enrolled already. FX thread.
    ///
    /// @param undone runs when it was undone
    void offerUndo(PersonId person, String name, Runnable undone);

    /// Whether documents can be compared with photos.
    boolean comparesDocuments();

    /// Compares a document with a photo of the draft. FX thread.
    ///
    /// @param name as typed so far; may be empty
    /// @param photo JPEG
    void compareDocument(String name, byte[] photo);

    /// Whether names can be read from badges.
    boolean readsBadges();

    /// Reads a name from a badge; `read` receives the name that the operator picked. FX thread.
    void readBadge(Consumer<String> read);

    /// Runs `listener`, on any thread, whenever a step of the journal changes.
    AutoCloseable onChange(Runnable listener);
}
