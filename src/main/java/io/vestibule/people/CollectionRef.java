package io.vestibule.people;

import io.vestibule.base.CompanyId;
import java.util.UUID;

/// One face collection of a company, in one service.
///
/// @param externalId the collection id in the service
public record CollectionRef(
        UUID id, CompanyId company, String externalId, String engine, String profile, String region, String model) {}
