package io.vestibule.cloud;

import java.security.cert.CertificateException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;

/// Maps what the SDK throws to a [CloudFailure]. Uses the service's own codes, because codes that are not in the
/// service's model arrive as generic exceptions.
public final class SdkFailureMapper {

    private static final Set<String> DENIED = Set.of(
            "AccessDeniedException",
            "UnrecognizedClientException",
            "InvalidSignatureException",
            "MissingAuthenticationTokenException",
            "IncompleteSignatureException",
            "InvalidClientTokenId",
            "AccessDenied",
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "OptInRequired");

    private static final Map<String, Function<String, CloudFailure>> BY_CODE = Map.ofEntries(
            Map.entry("ConflictException", CloudFailure.Conflict::new),
            Map.entry("ServiceQuotaExceededException", CloudFailure.LimitReached::new),
            Map.entry("LimitExceededException", CloudFailure.LimitReached::new),
            Map.entry("InvalidImageFormatException", CloudFailure.BadImage::new),
            Map.entry("ImageTooLargeException", CloudFailure.BadImage::new),
            Map.entry("InvalidS3ObjectException", CloudFailure.PhotoUnread::new),
            Map.entry("ResourceNotReadyException", CloudFailure.NotRunning::new),
            Map.entry("ThrottlingException", CloudFailure.Throttled::new),
            Map.entry("ProvisionedThroughputExceededException", CloudFailure.Throttled::new),
            Map.entry("NoSuchKey", CloudFailure.NotFound::new),
            Map.entry("NoSuchVersion", CloudFailure.NotFound::new),
            Map.entry("NoSuchBucket", _ -> new CloudFailure.NoBucket()),
            Map.entry("PermanentRedirect", _ -> new CloudFailure.OtherRegion()),
            Map.entry("TemporaryRedirect", _ -> new CloudFailure.OtherRegion()),
            Map.entry("AuthorizationHeaderMalformed", _ -> new CloudFailure.OtherRegion()),
            Map.entry("IllegalLocationConstraintException", _ -> new CloudFailure.OtherRegion()));

    /// S3 passes on the code of the key service, for example `KMS.DisabledException`.
    private static final String KEY_SERVICE = "KMS.";

    private static final Set<String> EXPIRED = Set.of("ExpiredTokenException", "ExpiredToken");

    private static final Set<String> SKEWED = Set.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture");

    /// Messages of `InvalidSignatureException` if only the clock is wrong.
    private static final List<String> WRONG_TIME = List.of("signature expired", "signature not yet current");

    private static final int PROXY_LOGIN = 407;

    private static final int MOVED = 301;
    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;
    private static final int ILL = 500;

    private SdkFailureMapper() {}

    static CloudFailure toFailure(Operation operation, RuntimeException thrown) {
        return toFailure(operation.apiName(), thrown);
    }

    /// @param operation name of the operation in the service's spelling
    public static CloudFailure toFailure(String operation, RuntimeException thrown) {
        return switch (thrown) {
            case CloudException cloud -> cloud.failure();
            case SdkServiceException service -> service(operation, service);
            case SdkClientException client -> client(operation, client);
            default -> new CloudFailure.Refused(operation, thrown.getClass().getSimpleName());
        };
    }

    /// Compares the code and the message, for the few cases that the codes alone do not distinguish.
    static boolean hasCodeAndMessage(RuntimeException thrown, String code, String words) {
        return thrown instanceof SdkServiceException service
                && code(service).equals(code)
                && message(service).contains(words);
    }

    /// Whether the call was throttled, and therefore not performed.
    static boolean isThrottled(RuntimeException thrown) {
        return thrown instanceof SdkServiceException service
                && (service("", service) instanceof CloudFailure.Throttled);
    }

    private static CloudFailure service(String operation, SdkServiceException thrown) {
        String code = code(thrown);
        String message = message(thrown).toLowerCase(Locale.ROOT);
        if (thrown.statusCode() == PROXY_LOGIN) {
            return new CloudFailure.ProxyLogin();
        }
        if (EXPIRED.contains(code)) {
            return new CloudFailure.Expired();
        }
        boolean wrongTime =
                code.equals("InvalidSignatureException") && WRONG_TIME.stream().anyMatch(message::contains);
        if (wrongTime || SKEWED.contains(code)) {
            return new CloudFailure.ClockSkew();
        }
        if (code.equals("ResourceNotFoundException")) {
            return message.contains("collection id")
                    ? new CloudFailure.CollectionGone(operation)
                    : new CloudFailure.NotFound(operation);
        }
        if (code.startsWith(KEY_SERVICE)) {
            return new CloudFailure.BadKey();
        }
        Function<String, CloudFailure> known = BY_CODE.get(code);
        if (known != null) {
            return known.apply(operation);
        }
        if (DENIED.contains(code) || thrown.statusCode() == FORBIDDEN) {
            return new CloudFailure.Denied(operation);
        }
        if (thrown.isThrottlingException()) {
            return new CloudFailure.Throttled(operation);
        }
        if (thrown.statusCode() >= ILL) {
            return new CloudFailure.Busy(operation);
        }
        if (thrown.statusCode() == MOVED) {
            return new CloudFailure.OtherRegion();
        }
        boolean picture = code.equals("ValidationException") && message.contains("image.");
        if (picture || thrown.statusCode() == TOO_LARGE) {
            return new CloudFailure.BadImage(operation);
        }
        // Every error of the face service has a code: of this one only a part arrived, or it is not the service's.
        return code.equals(RekognitionException.class.getSimpleName())
                ? new CloudFailure.Offline()
                : new CloudFailure.Refused(operation, code);
    }

    private static CloudFailure client(String operation, SdkClientException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLHandshakeException
                    || cause instanceof SSLPeerUnverifiedException
                    || cause instanceof CertificateException) {
                return new CloudFailure.BadCertificate();
            }
            // The HTTP client has no exception type for a tunnel that the proxy refused.
            if (text(cause).contains("proxy") && text(cause).contains(String.valueOf(PROXY_LOGIN))) {
                return new CloudFailure.ProxyLogin();
            }
        }
        String text = text(thrown);
        if (text.contains("expired") && (text.contains("token") || text.contains("session"))) {
            return new CloudFailure.Expired();
        }
        return text.contains("load credentials") || text.contains("credentials were")
                ? new CloudFailure.Denied(operation)
                : new CloudFailure.Offline();
    }

    private static String text(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
    }

    /// The service's own code, or the name of the exception if there is none.
    public static String code(SdkServiceException thrown) {
        AwsErrorDetails details = thrown instanceof AwsServiceException aws ? aws.awsErrorDetails() : null;
        String code = details == null ? null : details.errorCode();
        return Objects.requireNonNullElseGet(code, () -> thrown.getClass().getSimpleName());
    }

    private static String message(SdkServiceException thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), "");
    }
}
