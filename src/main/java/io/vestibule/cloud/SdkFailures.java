package io.vestibule.cloud;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/// Reads from what the SDK throws what can be done about it. Goes by the service's own codes, because codes that are
/// not in the service's model arrive as plain exceptions.
final class SdkFailures {

    private static final Set<String> DENIED = Set.of(
            "AccessDeniedException",
            "UnrecognizedClientException",
            "InvalidSignatureException",
            "MissingAuthenticationTokenException",
            "IncompleteSignatureException",
            "ExpiredTokenException",
            "InvalidClientTokenId",
            "OptInRequired");

    private static final Map<String, Function<String, CloudFailure>> BY_CODE = Map.of(
            "ConflictException", CloudFailure.Conflict::new,
            "ResourceNotFoundException", CloudFailure.NotFound::new,
            "ServiceQuotaExceededException", CloudFailure.Full::new,
            "LimitExceededException", CloudFailure.Full::new,
            "InvalidImageFormatException", CloudFailure.BadImage::new,
            "ImageTooLargeException", CloudFailure.BadImage::new,
            "InvalidS3ObjectException", CloudFailure.BadImage::new,
            "ThrottlingException", CloudFailure.Busy::new,
            "ProvisionedThroughputExceededException", CloudFailure.Busy::new);

    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;
    private static final int ILL = 500;

    private SdkFailures() {}

    static CloudFailure of(Operation operation, RuntimeException thrown) {
        return switch (thrown) {
            case CloudException cloud -> cloud.failure();
            case SdkServiceException service -> service(operation.spelling(), service);
            case SdkClientException client -> client(operation.spelling(), client);
            default ->
                new CloudFailure.Refused(operation.spelling(), thrown.getClass().getSimpleName());
        };
    }

    /// The service's own words, for the few cases that its codes do not tell apart.
    static boolean says(RuntimeException thrown, String code, String words) {
        return thrown instanceof SdkServiceException service
                && code(service).equals(code)
                && message(service).contains(words);
    }

    private static CloudFailure service(String operation, SdkServiceException thrown) {
        String code = code(thrown);
        Function<String, CloudFailure> known = BY_CODE.get(code);
        if (known != null) {
            return known.apply(operation);
        }
        if (DENIED.contains(code) || thrown.statusCode() == FORBIDDEN) {
            return new CloudFailure.Denied(operation);
        }
        if (thrown.isThrottlingException() || thrown.statusCode() >= ILL) {
            return new CloudFailure.Busy(operation);
        }
        boolean picture = code.equals("ValidationException") && message(thrown).contains("'image.");
        if (picture || thrown.statusCode() == TOO_LARGE) {
            return new CloudFailure.BadImage(operation);
        }
        return new CloudFailure.Refused(operation, code);
    }

    private static CloudFailure client(String operation, SdkClientException thrown) {
        String text = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
        return text.contains("load credentials") || text.contains("credentials were")
                ? new CloudFailure.Denied(operation)
                : new CloudFailure.Offline();
    }

    private static String code(SdkServiceException thrown) {
        AwsErrorDetails details = thrown instanceof AwsServiceException aws ? aws.awsErrorDetails() : null;
        String code = details == null ? null : details.errorCode();
        return Objects.requireNonNullElseGet(code, () -> thrown.getClass().getSimpleName());
    }

    private static String message(SdkServiceException thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), "");
    }
}
