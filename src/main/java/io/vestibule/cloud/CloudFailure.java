package io.vestibule.cloud;

import io.vestibule.base.Failure;
import java.util.stream.Stream;

/// What kind of failure a call to the collection or the bucket met.
public sealed interface CloudFailure extends Failure {

    /// Nobody answered, or the answer was lost: what was asked may or may not have been done.
    @Code("cloud.offline")
    record Offline() implements CloudFailure {}

    /// Something between us and the service shows a certificate that this machine does not trust: a proxy that
    /// reads along, a wrong clock, or somebody who is not the service. Nothing was sent.
    @Code("cloud.bad-certificate")
    record BadCertificate() implements CloudFailure {}

    /// The proxy wants a name and a password that we do not have. Nothing arrived at the service.
    @Code("cloud.proxy-login")
    record ProxyLogin() implements CloudFailure {}

    /// This machine's clock is a quarter of an hour or more from the service's: signatures do not hold.
    @Code("cloud.clock-skew")
    record ClockSkew() implements CloudFailure {}

    /// More calls a second than the account may make, after slowing down and asking again: right later.
    @Code("cloud.throttled")
    record Throttled(String operation) implements CloudFailure {}

    /// The service is ill: the same call is right later.
    @Code("cloud.busy")
    record Busy(String operation) implements CloudFailure {}

    /// Another change of the same user is under way: wait until it is ACTIVE, then ask again.
    @Code("cloud.conflict")
    record Conflict(String operation) implements CloudFailure {}

    /// The whole collection was deleted under us. Making it again is not for us to decide: every face in it is
    /// gone.
    @Code("cloud.collection-gone")
    record CollectionGone(String operation) implements CloudFailure {}

    /// The user or face is not there.
    @Code("cloud.not-found")
    record NotFound(String operation) implements CloudFailure {}

    /// A limit of the service is reached (faces of a user, users or faces of a collection).
    @Code("cloud.full")
    record LimitReached(String operation) implements CloudFailure {}

    /// The credentials were good and have run out: logging in again mends it.
    @Code("cloud.expired")
    record Expired() implements CloudFailure {}

    /// This profile is not logged in to by the browser.
    @Code("cloud.no-login")
    record NoLogin() implements CloudFailure {}

    /// The person refused to log in, took too long, or stopped it.
    @Code("cloud.login-not-done")
    record LoginNotDone() implements CloudFailure {}

    /// The login succeeded and cannot be kept where the tools of AWS keep it.
    @Code("cloud.login-not-kept")
    record LoginNotKept() implements CloudFailure {}

    /// These credentials may not do that, or are none.
    @Code("cloud.denied")
    record Denied(String operation) implements CloudFailure {}

    /// The service cannot read the picture (format, size, not in the bucket).
    @Code("cloud.bad-image")
    record BadImage(String operation) implements CloudFailure {}

    /// The model of the company is not running.
    @Code("cloud.not-running")
    record NotRunning(String operation) implements CloudFailure {}

    /// No credentials were found where the profile says that they are.
    @Code("cloud.no-credentials")
    record NoCredentials() implements CloudFailure {}

    /// AWS is chosen, and something that it needs is missing or wrong.
    @Code("cloud.profile-incomplete")
    record Incomplete() implements CloudFailure {}

    /// The file of further authorities cannot be read, or holds no certificate.
    @Code("cloud.no-certificates")
    record NoCertificates() implements CloudFailure {}

    /// There is no bucket of that name.
    @Code("cloud.no-bucket")
    record NoBucket() implements CloudFailure {}

    /// The bucket is in another region than the one that is set: the face service could not read it either.
    @Code("cloud.other-region")
    record OtherRegion() implements CloudFailure {}

    /// The key that the bucket encrypts with cannot be used: it is not there, disabled, or not ours.
    @Code("cloud.bad-key")
    record BadKey() implements CloudFailure {}

    /// The service refused the call for a reason that trying again does not mend.
    ///
    /// @param code the service's own code, for support
    @Code("cloud.refused")
    record Refused(String operation, String code) implements CloudFailure {}

    /// This machine's disk or folder does not let us write or read.
    @Code("cloud.disk")
    record DiskError() implements CloudFailure {}

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
