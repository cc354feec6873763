package io.vestibule.people;

import io.vestibule.base.OperatorId;
import io.vestibule.base.PersonId;
import java.time.Instant;
import java.util.UUID;

/// Nothing of the person is erased until then, because a law or a dispute requires it.
///
/// @param reason 1..500 characters
/// @param until when it ends, unless it is lifted before
public record LegalHold(UUID id, PersonId person, String reason, Instant until, Instant placed, OperatorId by) {

    public static final int LONGEST_REASON = 500;
}
