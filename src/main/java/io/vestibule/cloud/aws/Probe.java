package io.vestibule.cloud.aws;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.SdkFailureMapper;
import io.vestibule.cloud.aws.ConnectionReport.PermissionStatus;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkServiceException;

/// One call that shows whether an operation is allowed. The service checks permissions before it checks the request;
/// so every other error means that the operation is allowed.
final class Probe {

    private static final Set<String> NOT_ALLOWED = Set.of("AccessDeniedException", "AccessDenied");
    private static final int FORBIDDEN = 403;

    /// An error without a body, as for HEAD, has no specific code.
    private static final Set<String> NO_CODE = Set.of("S3Exception", "Forbidden", "403");

    private Probe() {}

    /// @param operation name of the operation in the service's spelling
    /// @throws CloudException if no call is possible at all: no network, no credentials or a wrong clock
    static PermissionStatus ask(String operation, Runnable call) {
        try {
            call.run();
            return PermissionStatus.ALLOWED;
        } catch (RuntimeException e) {
            return outcome(operation, e);
        }
    }

    static PermissionStatus outcome(String operation, RuntimeException thrown) {
        var failure = SdkFailureMapper.toFailure(operation, thrown);
        return switch (failure) {
            case CloudFailure.Denied _ when notAllowed(thrown) -> PermissionStatus.REFUSED;
            case CloudFailure.Denied _,
                    CloudFailure.Offline _,
                    CloudFailure.BadCertificate _,
                    CloudFailure.ProxyLogin _,
                    CloudFailure.ClockSkew _,
                    CloudFailure.NoCredentials _,
                    CloudFailure.Expired _ -> throw new CloudException(failure, thrown);
            case CloudFailure.Throttled _, CloudFailure.Busy _ -> PermissionStatus.UNKNOWN;
            default -> PermissionStatus.ALLOWED;
        };
    }

    private static boolean notAllowed(RuntimeException thrown) {
        if (!(thrown instanceof SdkServiceException service)) {
            return false;
        }
        String code = SdkFailureMapper.code(service);
        return NOT_ALLOWED.contains(code) || (service.statusCode() == FORBIDDEN && NO_CODE.contains(code));
    }
}
