package io.vestibule.local.wire;

import java.time.Duration;
import java.util.function.UnaryOperator;

/// A fault of one call between a caller and the service.
public sealed interface RekognitionFault {

    /// The service returns an error and does nothing.
    record Refused(int status, String code, String message) implements RekognitionFault {}

    /// The connection is closed before anything was done.
    record Dropped() implements RekognitionFault {}

    /// The request is performed, and the response is lost.
    record DroppedAfterCommit() implements RekognitionFault {}

    /// The response is delayed: a slow network or a slow service.
    record Slow(Duration time) implements RekognitionFault {}

    /// The request is performed, and half of the response arrives.
    record HalfAnswer() implements RekognitionFault {}

    /// The response is changed, for example to a value that no enum of the caller knows.
    record Rewritten(UnaryOperator<String> answer) implements RekognitionFault {}

    RekognitionFault THROTTLED =
            new Refused(400, "ProvisionedThroughputExceededException", "Provisioned Rate exceeded.");

    /// The other error by which the service reports throttling.
    RekognitionFault THROTTLED_AS_500 = new Refused(500, "ThrottlingException", "Service Unavailable");

    RekognitionFault INTERNAL = new Refused(500, "InternalServerError", "Internal server error");

    /// The reason as pages of the service's guide spell it.
    RekognitionFault LEGACY_REASON =
            new Rewritten(json -> json.replace("ASSOCIATED_TO_A_DIFFERENT_USER", "ASSOCIATED_TO_A_DIFFERENT_IDENTITY"));
}
