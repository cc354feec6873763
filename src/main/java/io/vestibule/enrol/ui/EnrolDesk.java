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

/// What the Enrol screen asks of the program around it.
public interface EnrolDesk {

    /// Sites of the active company. Blocks.
    List<Site> sites();

    OperatorId operator();

    boolean may(Permission permission);

    Instant now();

    /// Days after which somebody of that kind is forgotten where nothing else is chosen.
    int usualDays(PersonKind kind);

    /// Blocks.
    Optional<Person> person(PersonId person);

    /// A thumbnail of the person. Blocks.
    Optional<byte[]> thumbnail(PersonId person);

    /// Goes to where what is wrong with this person's photos is mended. FX thread.
    void mend(PersonId person, String name);

    /// Runs `listener`, on any thread, whenever a step of the journal changed.
    AutoCloseable onChange(Runnable listener);
}
