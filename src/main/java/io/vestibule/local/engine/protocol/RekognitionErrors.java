package io.vestibule.local.engine.protocol;

import java.util.UUID;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.rekognition.model.ConflictException;
import software.amazon.awssdk.services.rekognition.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.rekognition.model.ImageTooLargeException;
import software.amazon.awssdk.services.rekognition.model.InternalServerErrorException;
import software.amazon.awssdk.services.rekognition.model.InvalidImageFormatException;
import software.amazon.awssdk.services.rekognition.model.InvalidPaginationTokenException;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.InvalidS3ObjectException;
import software.amazon.awssdk.services.rekognition.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;
import software.amazon.awssdk.services.rekognition.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;
import software.amazon.awssdk.services.rekognition.model.ServiceQuotaExceededException;

/// All errors of the engine, as the SDK would report the service's own: type, code, status, message, request id.
public final class RekognitionErrors {

    private RekognitionErrors() {}

    /// A member violates the service's model. The model itself does not contain this error, so it has no type of its
    /// own.
    public static RekognitionException validation(String message) {
        return refusal(RekognitionException.builder(), "ValidationException", 400, message);
    }

    public static RekognitionException notAvailable(String operation) {
        return refusal(
                RekognitionException.builder(),
                "NotAvailableOnEmbeddedEngine",
                400,
                operation + " is not available on the embedded engine");
    }

    public static RekognitionException invalidParameter(String message) {
        return refusal(InvalidParameterException.builder(), "InvalidParameterException", 400, message);
    }

    public static RekognitionException invalidParameters() {
        return invalidParameter("Request has invalid parameters");
    }

    public static RekognitionException noSuchCollection(String id) {
        return notFound("The collection id: " + id + " does not exist");
    }

    public static RekognitionException noSuchUser(String id) {
        return notFound("The user id: " + id + " does not exist");
    }

    public static RekognitionException noSuchResource() {
        return notFound("The resource does not exist");
    }

    public static RekognitionException collectionExists(String id) {
        return refusal(
                ResourceAlreadyExistsException.builder(),
                "ResourceAlreadyExistsException",
                400,
                "The collection id: " + id + " already exists");
    }

    public static RekognitionException userExists() {
        return refusal(ConflictException.builder(), "ConflictException", 400, "User with the same Id already exists");
    }

    public static RekognitionException userFull() {
        return quota("The user has the most faces it can have");
    }

    public static RekognitionException tooManyTags() {
        return quota("The resource has the most tags it can have");
    }

    public static RekognitionException tokenReused(String token) {
        return refusal(
                IdempotentParameterMismatchException.builder(),
                "IdempotentParameterMismatchException",
                400,
                "The ClientRequestToken: " + token + " you have supplied is already in use.");
    }

    public static RekognitionException badPageToken() {
        return refusal(
                InvalidPaginationTokenException.builder(),
                "InvalidPaginationTokenException",
                400,
                "Invalid Pagination Token");
    }

    public static RekognitionException badImage() {
        return refusal(
                InvalidImageFormatException.builder(),
                "InvalidImageFormatException",
                400,
                "Request has invalid image format");
    }

    public static RekognitionException imageTooLarge(String message) {
        return refusal(ImageTooLargeException.builder(), "ImageTooLargeException", 400, message);
    }

    public static RekognitionException badObject() {
        return refusal(
                InvalidS3ObjectException.builder(),
                "InvalidS3ObjectException",
                400,
                "Unable to get object metadata from S3. Check object key, region and/or access permissions.");
    }

    public static RekognitionException throttled() {
        return refusal(
                ProvisionedThroughputExceededException.builder(),
                "ProvisionedThroughputExceededException",
                400,
                "Provisioned Rate exceeded.");
    }

    public static RekognitionException internal(Throwable cause) {
        var builder = InternalServerErrorException.builder();
        builder.cause(cause);
        return refusal(builder, "InternalServerError", 500, "Internal server error");
    }

    private static RekognitionException notFound(String message) {
        return refusal(ResourceNotFoundException.builder(), "ResourceNotFoundException", 400, message);
    }

    private static RekognitionException quota(String message) {
        return refusal(ServiceQuotaExceededException.builder(), "ServiceQuotaExceededException", 400, message);
    }

    private static RekognitionException refusal(
            RekognitionException.Builder builder, String code, int status, String message) {
        var details = AwsErrorDetails.builder()
                .errorCode(code)
                .errorMessage(message)
                .serviceName("Rekognition")
                .build();
        builder.awsErrorDetails(details)
                .message(message)
                .statusCode(status)
                .requestId(UUID.randomUUID().toString());
        return (RekognitionException) builder.build();
    }
}
