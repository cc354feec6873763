package io.vestibule.cloud;

import io.vestibule.base.Problem;
import java.util.stream.Stream;

/// What kind of failure a call to the collection or the bucket met.
public sealed interface CloudFailure {

    Problem problem();

    /// Nobody answered, or the answer was lost: what was asked may or may not have been done.
    record Offline() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.offline");
        }
    }

    /// Something between us and the service shows a certificate that this machine does not trust: a proxy that
    /// reads along, a wrong clock, or somebody who is not the service. Nothing was sent.
    record BadCertificate() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.bad-certificate");
        }
    }

    /// The proxy wants a name and a password that we do not have. Nothing arrived at the service.
    record ProxyLogin() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.proxy-login");
        }
    }

    /// This machine's clock is a quarter of an hour or more from the service's: signatures do not hold.
    record ClockSkew() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.clock-skew");
        }
    }

    /// More calls a second than the account may make, after slowing down and asking again: right later.
    record Throttled(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.throttled", operation);
        }
    }

    /// The service is ill: the same call is right later.
    record Busy(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.busy", operation);
        }
    }

    /// Another change of the same user is under way: wait until it is ACTIVE, then ask again.
    record Conflict(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.conflict", operation);
        }
    }

    /// The whole collection was deleted under us. Making it again is not for us to decide: every face in it is
    /// gone.
    record CollectionGone(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.collection-gone", operation);
        }
    }

    /// The user or face is not there.
    record NotFound(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.not-found", operation);
        }
    }

    /// A limit of the service is reached (faces of a user, users or faces of a collection).
    record LimitReached(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.full", operation);
        }
    }

    /// The credentials were good and have run out: logging in again mends it.
    record Expired() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.expired");
        }
    }

    /// This profile is not logged in to by the browser.
    record NoLogin() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.no-login");
        }
    }

    /// The person refused to log in, took too long, or stopped it.
    record LoginNotDone() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.login-not-done");
        }
    }

    /// The login succeeded and cannot be kept where the tools of AWS keep it.
    record LoginNotKept() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.login-not-kept");
        }
    }

    /// These credentials may not do that, or are none.
    record Denied(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.denied", operation);
        }
    }

    /// The service cannot read the picture (format, size, not in the bucket).
    record BadImage(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.bad-image", operation);
        }
    }

    /// The model of the company is not running.
    record NotRunning(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.not-running", operation);
        }
    }

    /// No credentials were found where the profile says that they are.
    record NoCredentials() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.no-credentials");
        }
    }

    /// AWS is chosen, and something that it needs is missing or wrong.
    record Incomplete() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.profile-incomplete");
        }
    }

    /// The file of further authorities cannot be read, or holds no certificate.
    record NoCertificates() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.no-certificates");
        }
    }

    /// There is no bucket of that name.
    record NoBucket() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.no-bucket");
        }
    }

    /// The bucket is in another region than the one that is set: the face service could not read it either.
    record OtherRegion() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.other-region");
        }
    }

    /// The key that the bucket encrypts with cannot be used: it is not there, disabled, or not ours.
    record BadKey() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.bad-key");
        }
    }

    /// The service refused the call for a reason that trying again does not mend.
    ///
    /// @param code the service's own code, for support
    record Refused(String operation, String code) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.refused", operation, code);
        }
    }

    /// This machine's disk or folder does not let us write or read.
    record DiskError() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.disk");
        }
    }

    /// Whether nobody can reach the service from here at present, whatever they ask: the network, the login,
    /// the proxy, the clock. It is mended outside of what was asked, which is right later just as it is.
    default boolean isConnectionFailure() {
        return switch (this) {
            case Offline _, BadCertificate _, ProxyLogin _, ClockSkew _, Expired _, NoCredentials _ -> true;
            default -> false;
        };
    }

    /// Whether a problem that was written down tells of the connection, as [#isConnectionFailure] does.
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

    /// Whether the same call can succeed later without anybody changing it.
    default boolean isTransient() {
        return switch (this) {
            case Throttled _, Busy _, Conflict _ -> true;
            default -> isConnectionFailure();
        };
    }
}
