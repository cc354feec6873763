package io.vestibule.rules.person;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.vms.VmsId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A stored cascade: rules have to be changed because a person was removed or merged, or a user id is unknown.
///
/// @param person the person who was removed or merged; empty for a user id that no local person has
/// @param vms where the rules are that still name the person, for a cascade that waits until that VMS is in
///     use again; empty for one that runs on the VMS in use
/// @param afterJob the job that removes the person for good; the cascade runs once that job has started
record RuleCascade(
        UUID id,
        CompanyId company,
        UserReplacement replacement,
        Optional<PersonId> person,
        Optional<VmsId> vms,
        Optional<UUID> afterJob,
        Instant createdAt) {

    /// The part of the cascade that concerns the rules of one VMS.
    RuleCascade on(VmsId other) {
        return new RuleCascade(
                UUID.randomUUID(), company, replacement, person, Optional.of(other), Optional.empty(), createdAt);
    }
}
