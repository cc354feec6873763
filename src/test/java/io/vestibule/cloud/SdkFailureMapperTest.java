package io.vestibule.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.rekognition.model.ConflictException;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;

class SdkFailureMapperTest {

    private static final String NAME = "IndexFaces";

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(400, "ThrottlingException", "Slow down", new CloudFailure.Throttled(NAME)),
                Arguments.of(500, "ThrottlingException", "Service Unavailable", new CloudFailure.Throttled(NAME)),
                Arguments.of(400, "ProvisionedThroughputExceededException", "Rate", new CloudFailure.Throttled(NAME)),
                Arguments.of(500, "InternalServerError", "Internal", new CloudFailure.Busy(NAME)),
                Arguments.of(502, null, "<html>", new CloudFailure.Busy(NAME)),
                Arguments.of(400, "ConflictException", "User", new CloudFailure.Conflict(NAME)),
                Arguments.of(400, "ResourceNotFoundException", "The user", new CloudFailure.NotFound(NAME)),
                Arguments.of(
                        400,
                        "ResourceNotFoundException",
                        "The collection id: c does not exist",
                        new CloudFailure.CollectionGone(NAME)),
                Arguments.of(
                        400,
                        "InvalidSignatureException",
                        "Signature expired: 20260101T000000Z is now earlier than 20260101T001500Z",
                        new CloudFailure.ClockSkew()),
                Arguments.of(
                        400,
                        "InvalidSignatureException",
                        "Signature not yet current: 20260101T003000Z is still later than 20260101T001500Z",
                        new CloudFailure.ClockSkew()),
                Arguments.of(403, "RequestTimeTooSkewed", "", new CloudFailure.ClockSkew()),
                Arguments.of(407, null, "", new CloudFailure.ProxyLogin()),
                Arguments.of(429, null, "", new CloudFailure.Throttled(NAME)),
                Arguments.of(400, "ServiceQuotaExceededException", "", new CloudFailure.LimitReached(NAME)),
                Arguments.of(400, "LimitExceededException", "", new CloudFailure.LimitReached(NAME)),
                Arguments.of(400, "AccessDeniedException", "User", new CloudFailure.Denied(NAME)),
                Arguments.of(400, "UnrecognizedClientException", "token", new CloudFailure.Denied(NAME)),
                Arguments.of(400, "InvalidSignatureException", "", new CloudFailure.Denied(NAME)),
                Arguments.of(400, "ExpiredTokenException", "", new CloudFailure.Expired()),
                Arguments.of(403, "SomethingNew", "", new CloudFailure.Denied(NAME)),
                Arguments.of(400, "InvalidImageFormatException", "", new CloudFailure.BadImage(NAME)),
                Arguments.of(400, "ImageTooLargeException", "", new CloudFailure.BadImage(NAME)),
                Arguments.of(400, "InvalidS3ObjectException", "", new CloudFailure.PhotoUnread(NAME)),
                Arguments.of(413, null, "", new CloudFailure.BadImage(NAME)),
                Arguments.of(
                        400,
                        "ValidationException",
                        "1 validation error detected: Value at 'image.bytes' failed to satisfy constraint",
                        new CloudFailure.BadImage(NAME)),
                Arguments.of(
                        400,
                        "ValidationException",
                        "1 validation error detected: Value at 'userId' failed to satisfy constraint",
                        new CloudFailure.Refused(NAME, "ValidationException")),
                Arguments.of(
                        400,
                        "IdempotentParameterMismatchException",
                        "",
                        new CloudFailure.Refused(NAME, "IdempotentParameterMismatchException")),
                Arguments.of(
                        400,
                        "NotAvailableOnEmbeddedEngine",
                        "",
                        new CloudFailure.Refused(NAME, "NotAvailableOnEmbeddedEngine")),
                Arguments.of(400, null, "", new CloudFailure.Offline()));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerIsReadByItsCodeAndStatus(int status, @Nullable String code, String message, CloudFailure expected) {
        RuntimeException thrown = RekognitionException.builder()
                .statusCode(status)
                .message(message)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();

        assertThat(SdkFailureMapper.toFailure(Operation.INDEX_FACES, thrown)).isEqualTo(expected);
    }

    @Test
    void aTypedExceptionWithoutDetailsIsReadByItsType() {
        assertThat(SdkFailureMapper.toFailure(
                        Operation.INDEX_FACES, ConflictException.builder().build()))
                .isEqualTo(new CloudFailure.Conflict(NAME));
    }

    @Test
    void noAnswerIsOffline() {
        assertThat(SdkFailureMapper.toFailure(
                        Operation.INDEX_FACES, SdkClientException.create("Unable to execute HTTP request")))
                .isEqualTo(new CloudFailure.Offline());
        assertThat(SdkFailureMapper.toFailure(Operation.INDEX_FACES, ApiCallTimeoutException.create(500)))
                .isEqualTo(new CloudFailure.Offline());
    }

    @Test
    void missingCredentialsAreNotAConnectionFailure() {
        assertThat(SdkFailureMapper.toFailure(
                        Operation.INDEX_FACES,
                        SdkClientException.create("Unable to load credentials from any of the providers")))
                .isEqualTo(new CloudFailure.Denied(NAME));
    }

    @Test
    void anExpiredLoginIsNotAConnectionFailure() {
        assertThat(SdkFailureMapper.toFailure(
                        Operation.INDEX_FACES,
                        SdkClientException.create("The SSO session associated with this profile has expired")))
                .isEqualTo(new CloudFailure.Expired());
    }

    @Test
    void anythingElseIsRefusedByItsName() {
        assertThat(SdkFailureMapper.toFailure(
                        Operation.INDEX_FACES, new IllegalStateException("Connection pool shut down")))
                .isEqualTo(new CloudFailure.Refused(NAME, "IllegalStateException"));
    }
}
