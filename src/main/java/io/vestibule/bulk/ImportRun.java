package io.vestibule.bulk;

import io.vestibule.base.CompanyId;
import java.time.Instant;
import java.util.UUID;

/// An import of one list.
///
/// @param changed when its state changed last
public record ImportRun(
        UUID id, CompanyId company, RunState state, Instant created, Instant changed, ImportPlan plan) {}
