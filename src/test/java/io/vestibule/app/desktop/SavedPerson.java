package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.base.PersonId;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.Contact;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A saved person without a photo.
final class SavedPerson {

    private SavedPerson() {}

    static void put(Application application, String name, boolean active) {
        var person = new Person(
                PersonId.mint(),
                application
                        .storage()
                        .people()
                        .companies()
                        .active()
                        .orElseThrow()
                        .id(),
                UUID.randomUUID(),
                PersonKind.VISITOR,
                name,
                Contact.NONE,
                Set.of(),
                "",
                Optional.of(Instant.now().plus(Duration.ofDays(100))),
                Instant.now(),
                Optional.empty(),
                false);
        application.storage().people().persons().insert(person);
        if (active) {
            var collection = application.rules().rules().collection().get();
            application
                    .storage()
                    .people()
                    .collections()
                    .saveAdopted(new CollectionUser(
                            person.id(), collection.id(), person.externalId(), CollectionUser.ACTIVE));
        }
    }
}
