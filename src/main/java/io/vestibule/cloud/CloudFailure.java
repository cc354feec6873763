package io.vestibule.cloud;

import io.vestibule.base.Failure;
import java.util.stream.Stream;

/// Kinds of failure of a call to the collection or the bucket.
public sealed interface CloudFailure extends Failure {

    /// The service did not answer, or the answer was lost: the request may or may not have been performed.
    @Code("cloud.offline")
    record Offline() implements CloudFailure {}

    /// The connection shows a certificate that this computer does not trust: a proxy that intercepts TLS, a wrong
    /// clock, or a server that is not the service. Nothing was sent.
    @Code("cloud.bad-certificate")
    record BadCertificate() implements CloudFailure {}

    /// The proxy requires a name and a password that we do not have. Nothing reached the service.
    @Code("cloud.proxy-login")
    record ProxyLogin() implements CloudFailure {}

    /// The clock of this computer differs from the service's by 15 minutes or more: signatures are rejected.
    @Code("cloud.clock-skew")
    record ClockSkew() implements CloudFailure {}

    /// The account's rate limit was exceeded, even after back-off and retries: the same call can succeed later.
    @Code("cloud.throttled")
    record Throttled(String operation) implements CloudFailure {}

    /// A temporary failure of the service: the same call can succeed later.
    @Code("cloud.busy")
    record Busy(String operation) implements CloudFailure {}

    /// Another change of the same user is in progress: wait until the user is ACTIVE, then retry.
    @Code("cloud.conflict")
    record Conflict(String operation) implements CloudFailure {}

    /// The whole collection was deleted. It is not recreated automatically, because every face in it is lost.
    @Code("cloud.collection-gone")
    record CollectionGone(String operation) implements CloudFailure {}

    /// The user or face does not exist.
    @Code("cloud.not-found")
    record NotFound(String operation) implements CloudFailure {}

    /// A limit of the service is reached (faces of a user, users or faces of a collection).
    @Code("cloud.full")
    record LimitReached(String operation) implements CloudFailure {}

    /// The credentials were valid and have expired: a new login fixes it.
    @Code("cloud.expired")
    record Expired() implements CloudFailure {}

    /// There is no browser login for this profile.
    @Code("cloud.no-login")
    record NoLogin() implements CloudFailure {}

    /// The login was refused, timed out or was cancelled.
    @Code("cloud.login-not-done")
    record LoginNotDone() implements CloudFailure {}

    /// The login succeeded but cannot be stored in the cache of the AWS tools.
    @Code("cloud.login-not-kept")
    record LoginNotKept() implements CloudFailure {}

    /// The credentials are invalid or have no permission for the call.
    @Code("cloud.denied")
    record Denied(String operation) implements CloudFailure {}

    /// The service cannot read the picture (format, size).
    @Code("cloud.bad-image")
    record BadImage(String operation) implements CloudFailure {}

    /// The service cannot fetch the picture from the bucket: another region, no permission, or it is not there. The
    /// picture itself may be good.
    @Code("cloud.photo-unread")
    record PhotoUnread(String operation) implements CloudFailure {}

    /// The company's custom model is not running.
    @Code("cloud.not-running")
    record NotRunning(String operation) implements CloudFailure {}

    /// No credentials were found in the source that the profile names.
    @Code("cloud.no-credentials")
    record NoCredentials() implements CloudFailure {}

    /// AWS is selected, but a required setting is missing or wrong.
    @Code("cloud.profile-incomplete")
    record Incomplete() implements CloudFailure {}

    /// The settings were damaged, so it is unknown which service was chosen. None is used until one is chosen
    /// again.
    @Code("cloud.undetermined")
    record Undetermined() implements CloudFailure {}

    /// The file of additional certificate authorities cannot be read, or contains no certificate.
    @Code("cloud.no-certificates")
    record NoCertificates() implements CloudFailure {}

    /// There is no bucket with that name.
    @Code("cloud.no-bucket")
    record NoBucket() implements CloudFailure {}

    /// The bucket is in another region than the configured one: the face service could not read it either.
    @Code("cloud.other-region")
    record OtherRegion() implements CloudFailure {}

    /// The encryption key of the bucket cannot be used: it does not exist, is disabled, or belongs to another
    /// account.
    @Code("cloud.bad-key")
    record BadKey() implements CloudFailure {}

    /// The service refused the call for a reason that a retry does not fix.
    ///
    /// @param code the service's own code, for support
    @Code("cloud.refused")
    record Refused(String operation, String code) implements CloudFailure {}

    /// The disk or folder of this computer cannot be written or read.
    @Code("cloud.disk")
    record DiskError() implements CloudFailure {}

    /// Whether the service cannot be reached at present for any call: because of the network, the login, the proxy,
    /// the clock or lost settings. It is fixed outside the call, which can then be retried unchanged.
    default boolean isConnectionFailure() {
        return switch (this) {
            case Offline _, BadCertificate _, ProxyLogin _, ClockSkew _, Expired _, NoCredentials _, Undetermined _ ->
                true;
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
                        new NoCredentials(),
                        new Undetermined())
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
