package io.vestibule.enrol;

import io.vestibule.base.PersonId;
import java.util.Optional;
import java.util.UUID;

/// What Save wrote down.
///
/// @param job in the journal; empty where there is no photo, and so nothing to send
/// @param saved photos that are on their way
/// @param known photos that the company has already, and that were left out
public record Enrolment(PersonId person, Optional<UUID> job, int saved, int known) {}
