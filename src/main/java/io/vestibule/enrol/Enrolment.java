package io.vestibule.enrol;

import io.vestibule.base.PersonId;
import java.util.Optional;
import java.util.UUID;

/// What Save stored.
///
/// @param job in the journal; empty if there is no photo to send
/// @param saved number of photos that are being sent
/// @param known number of photos that were left out: the company already has them, or they came twice
public record Enrolment(PersonId person, Optional<UUID> job, int saved, int known) {}
