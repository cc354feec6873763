package io.vestibule.rules.person;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Written down: rules are to follow somebody who went.
///
/// @param person who went; empty for a user id that nobody here has
/// @param afterJob the job that makes them go for good; rules follow once it has begun
record RuleCascade(
        UUID id,
        CompanyId company,
        UserReplacement replacement,
        Optional<PersonId> person,
        Optional<UUID> afterJob,
        Instant createdAt) {}
