package io.vestibule.people;

import io.vestibule.base.PersonId;
import java.util.UUID;

/// How a person stands in one collection.
///
/// @param status as the service spells it, or `NONE` while the user was not made
public record CollectionUser(PersonId person, UUID collection, String userId, String status) {

    public static final String NONE = "NONE";
    public static final String ACTIVE = "ACTIVE";

    public boolean active() {
        return status.equals(ACTIVE);
    }
}
