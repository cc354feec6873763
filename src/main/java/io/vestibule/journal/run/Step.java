package io.vestibule.journal.run;

import io.vestibule.base.Problem;
import io.vestibule.base.Sha256;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final int DIGITS = 16;

    /// Idempotency token of one call of this attempt: the same for the same call, and another one for any other,
    /// since a service refuses a token that it knows with other parameters. A repeated attempt may make other calls
    /// under the token of the step, when a photo was moved or a setting was changed meanwhile.
    ///
    /// @param parameters what the call is made with; the operation too, if the step makes calls of several
    /// @return at most 64 characters, as Rekognition's `ClientRequestToken`
    public String tokenFor(Object... parameters) {
        String joined = Stream.of(parameters).map(Object::toString).collect(Collectors.joining("\n"));
        return token + "-" + Sha256.hex(joined).substring(0, DIGITS);
    }

    Step with(StepState next, Optional<Problem> reason, Instant nextDue, String nextToken) {
        return new Step(id, job, position, kind, subject, next, nextDue, attempts, nextToken, reason);
    }
}
