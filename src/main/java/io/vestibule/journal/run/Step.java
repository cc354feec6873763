package io.vestibule.journal.run;

import io.vestibule.base.Problem;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One step of a job. The steps of a job run one after another, in the order of their positions.
///
/// @param kind key of its [StepKind]; that of an older or newer version may be unknown
/// @param subject id of the object of the step, interpreted by the handler of its kind
/// @param attempts number of attempts so far
/// @param token idempotency token of this attempt for the service; unchanged until an answer was read
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
        Optional<Problem> problem) {

    Step with(StepState next, Optional<Problem> reason, Instant nextDue, String nextToken) {
        return new Step(id, job, position, kind, subject, next, nextDue, attempts, nextToken, reason);
    }
}
