package io.vestibule.enrol.ui;

import io.vestibule.audit.Permission;
import io.vestibule.base.OperatorId;
import io.vestibule.base.PersonId;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Site;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the Enrol screen asks of the program around it.
public interface EnrolPort {

    /// Sites of the active company. Blocks.
    List<Site> sites();

    OperatorId operator();

    boolean may(Permission permission);

    Instant now();

    /// Days after which somebody of that kind is forgotten where nothing else is chosen.
    int defaultRetentionDays(PersonKind kind);

    /// Blocks.
    Optional<Person> person(PersonId person);

    /// A thumbnail of the person. Blocks.
    Optional<byte[]> thumbnail(PersonId person);

    /// Goes to where what is wrong with this person's photos is mended. FX thread.
    void openRepair(PersonId person, String name);

    /// Whether a document can be held beside a photo.
    boolean comparesDocuments();

    /// Holds a document beside a photo of the draft. FX thread.
    ///
    /// @param name as typed so far; may be empty
    /// @param photo JPEG
    void compareDocument(String name, byte[] photo);

    /// Whether names can be read off badges.
    boolean readsBadges();

    /// Reads a name off a badge; `read` is told the one that was picked. FX thread.
    void readBadge(Consumer<String> read);

    /// Runs `listener`, on any thread, whenever a step of the journal changed.
    AutoCloseable onChange(Runnable listener);
}
