package io.vestibule.app.desktop;

import io.vestibule.app.wiring.House;
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

/// Somebody in the records, without a photo.
final class SavedPerson {

    private SavedPerson() {}

    static void put(House house, String name, boolean active) {
        var person = new Person(
                PersonId.mint(),
                house.cellar().people().companies().active().orElseThrow().id(),
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
        house.cellar().people().persons().insert(person);
        if (active) {
            var collection = house.rules().rules().collection().get();
            house.cellar()
                    .people()
                    .collections()
                    .put(new CollectionUser(
                            person.id(), collection.id(), person.externalId().toString(), CollectionUser.ACTIVE));
        }
    }
}
