package io.vestibule.cloud;

import io.vestibule.base.Failure;
import java.util.stream.Stream;

/// Kinds of failure of a call to the collection or the bucket.
public sealed interface CloudFailure {

    Problem problem();

    /// The service did not answer, or the answer was lost: the request may or may not have been performed.
    record Offline() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.offline");
        }
    }

    /// The connection shows a certificate that this computer does not trust: a proxy that intercepts TLS, a wrong
    /// clock, or a server that is not the service. Nothing was sent.
    record BadCertificate() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.bad-certificate");
        }
    }

    /// The proxy requires a name and a password that we do not have. Nothing reached the service.
    record ProxyLogin() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.proxy-login");
        }
    }

    /// The clock of this computer differs from the service's by 15 minutes or more: signatures are rejected.
    record ClockSkew() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.clock-skew");
        }
    }

    /// The account's rate limit was exceeded, even after back-off and retries: the same call can succeed later.
    record Throttled(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.throttled", operation);
        }
    }

    /// A temporary failure of the service: the same call can succeed later.
    record Busy(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.busy", operation);
        }
    }

    /// Another change of the same user is in progress: wait until the user is ACTIVE, then retry.
    record Conflict(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.conflict", operation);
        }
    }

    /// The whole collection was deleted. It is not recreated automatically, because every face in it is lost.
    record CollectionGone(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.collection-gone", operation);
        }
    }

    /// The user or face does not exist.
    record NotFound(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.not-found", operation);
        }
    }

    /// A limit of the service is reached (faces of a user, users or faces of a collection).
    @Code("cloud.full")
    record LimitReached(String operation) implements CloudFailure {}

    /// The credentials were valid and have expired: a new login fixes it.
    record Expired() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.expired");
        }
    }

    /// There is no browser login for this profile.
    record NoLogin() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.no-login");
        }
    }

    /// The login was refused, timed out or was cancelled.
    record LoginNotDone() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.login-not-done");
        }
    }

    /// The login succeeded but cannot be stored in the cache of the AWS tools.
    record LoginNotKept() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.login-not-kept");
        }
    }

    /// The credentials are invalid or have no permission for the call.
    record Denied(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.denied", operation);
        }
    }

    /// The service cannot read the picture (format, size, not in the bucket).
    @Code("cloud.bad-image")
    record BadImage(String operation) implements CloudFailure {}

    /// The company's custom model is not running.
    record NotRunning(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.not-running", operation);
        }
    }

    /// No credentials were found in the source that the profile names.
    record NoCredentials() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.no-credentials");
        }
    }

    /// AWS is selected, but a required setting is missing or wrong.
    record Incomplete() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.profile-incomplete");
        }
    }

    /// The file of additional certificate authorities cannot be read, or contains no certificate.
    record NoCertificates() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.no-certificates");
        }
    }

    /// There is no bucket with that name.
    record NoBucket() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.no-bucket");
        }
    }

    /// The bucket is in another region than the configured one: the face service could not read it either.
    record OtherRegion() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.other-region");
        }
    }

    /// The encryption key of the bucket cannot be used: it does not exist, is disabled, or belongs to another account.
    record BadKey() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.bad-key");
        }
    }

    /// The service refused the call for a reason that a retry does not fix.
    ///
    /// @param code the service's own code, for support
    @Code("cloud.refused")
    record Refused(String operation, String code) implements CloudFailure {}

    /// The disk or folder of this computer cannot be written or read.
    record DiskError() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.disk");
        }
    }

    /// Whether the service cannot be reached at present for any call: because of the network, the login, the proxy or
    /// the clock. It is fixed outside the call, which can then be retried unchanged.
    default boolean isConnectionFailure() {
        return switch (this) {
            case Offline _, BadCertificate _, ProxyLogin _, ClockSkew _, Expired _, NoCredentials _ -> true;
            default -> false;
        };
    }

    /// Whether a stored problem code is a connection failure, as in [#isConnectionFailure].
    static boolean isConnectionFailure(String code) {
        return Stream.of(
                        new Offline(),
                        new BadCertificate(),
                        new ProxyLogin(),
                        new ClockSkew(),
                        new Expired(),
                        new NoCredentials())
                .anyMatch(failure -> failure.problem().code().equals(code));
    }

    /// Whether the same call can succeed later without a change to it.
    default boolean isTransient() {
        return switch (this) {
            case Throttled _, Busy _, Conflict _ -> true;
            default -> isConnectionFailure();
        };
    }
}
