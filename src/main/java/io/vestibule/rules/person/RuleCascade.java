package io.vestibule.rules.person;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A stored cascade: rules have to be changed because a person was removed or merged, or a user id is unknown.
///
/// @param person the person who was removed or merged; empty for a user id that no local person has
/// @param afterJob the job that removes the person for good; the cascade runs once that job has started
record RuleCascade(
        UUID id,
        CompanyId company,
        UserReplacement replacement,
        Optional<PersonId> person,
        Optional<UUID> afterJob,
        Instant createdAt) {}
