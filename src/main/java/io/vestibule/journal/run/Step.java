package io.vestibule.journal.run;

import io.vestibule.base.Problem;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One step of a job. The steps of a job run one after another, in the order of their place.
///
/// @param kind key of its [StepKind]; one of an older or newer version may be unknown here
/// @param subject id of what the step is about, as the handler of its kind reads it
/// @param attempts how often it was begun
/// @param token names this attempt to the service; stays the same until an answer was read
/// @param problem why it waits or is parked
public record Step(
        UUID id,
        UUID job,
        int position,
        String kind,
        String subject,
        StepState state,
        Instant due,
        int attempts,
        String token,
        Optional<Problem> problem) {}
