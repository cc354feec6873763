package io.vestibule.people;

import io.vestibule.base.PersonId;
import java.time.Instant;

/// A user of a collection as the records have it.
///
/// @param status in the service's spelling
/// @param changed when the status changed last
/// @param adopted whether another program enrolled faces of the user
/// @param faces number of the person's photos that are recorded as associated
/// @param leaving whether the person was removed
public record RecordedUser(
        String userId, PersonId person, String status, Instant changed, boolean adopted, long faces, boolean leaving) {}
