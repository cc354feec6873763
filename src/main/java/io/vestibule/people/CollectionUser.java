package io.vestibule.people;

import io.vestibule.base.PersonId;
import java.util.UUID;

/// State of a person's user in one collection.
///
/// @param status in the service's spelling, or `NONE` before the user is created
public record CollectionUser(PersonId person, UUID collection, String userId, String status) {

    public static final String NONE = "NONE";
    public static final String ACTIVE = "ACTIVE";

    public boolean active() {
        return status.equals(ACTIVE);
    }
}
