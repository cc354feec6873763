package io.vestibule.local.wire;

import java.time.Duration;
import java.util.function.UnaryOperator;

/// What can go wrong with one call between a caller and the service.
public sealed interface RekognitionFault {

    /// The service refuses, and does nothing.
    record Refused(int status, String code, String message) implements RekognitionFault {}

    /// The connection breaks before anything was done.
    record Dropped() implements RekognitionFault {}

    /// Everything was done, and the answer is lost.
    record DroppedAfterCommit() implements RekognitionFault {}

    /// The answer takes its time: a long way there, or a slow service.
    record Slow(Duration time) implements RekognitionFault {}

    /// Everything was done, and half of the answer arrives.
    record HalfAnswer() implements RekognitionFault {}

    /// The answer says something else, for example a word that no enum of the caller knows.
    record Rewritten(UnaryOperator<String> answer) implements RekognitionFault {}

    RekognitionFault THROTTLED =
            new Refused(400, "ProvisionedThroughputExceededException", "Provisioned Rate exceeded.");

    /// The service's other way to say so.
    RekognitionFault THROTTLED_AS_500 = new Refused(500, "ThrottlingException", "Service Unavailable");

    RekognitionFault INTERNAL = new Refused(500, "InternalServerError", "Internal server error");

    /// As pages of the service's guide spell the reason.
    RekognitionFault LEGACY_REASON =
            new Rewritten(json -> json.replace("ASSOCIATED_TO_A_DIFFERENT_USER", "ASSOCIATED_TO_A_DIFFERENT_IDENTITY"));
}
