package io.vestibule.vms;

import io.vestibule.base.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Why a call to the VMS, or to the Cloud Two login, failed. The problem of a failure quotes the server's own message
/// where
/// there is one. That may contain a rule's name, so it is for the screen and not for logs.
public sealed interface VmsFailure extends Failure {

    /// Nobody could be reached; nothing was sent.
    @Code("vms.unreachable")
    record Unreachable() implements VmsFailure {}

    /// The call was sent and its answer did not come in time, or got lost: it may or may not have been done.
    @Code("vms.no-answer")
    record NoAnswer() implements VmsFailure {}

    /// The server could not prove by its certificate who it is; nothing was sent.
    @Code("vms.not-trusted")
    record NotTrusted() implements VmsFailure {}

    /// The key is wrong, or has expired (401).
    @Code("vms.key-refused")
    record KeyRefused(ServerMessage serverMessage) implements VmsFailure {}

    /// The key is good and may not do that (403).
    @Code("vms.denied")
    record Denied(ServerMessage serverMessage) implements VmsFailure {}

    /// What was asked for is not there (404).
    @Code("vms.not-found")
    record NotFound(ServerMessage serverMessage) implements VmsFailure {}

    /// The server understood and does not want it; trying again does not help (other 3xx and 4xx).
    @Code("vms.refused")
    record Refused(int status, ServerMessage serverMessage) implements VmsFailure {}

    /// Too many calls (429), or out of service for now (503). Nothing was done.
    ///
    /// @param retryAfter how long the server asks us to wait, if it said so
    @Code("vms.busy")
    record Busy(Optional<Duration> retryAfter) implements VmsFailure {
        @Override
        public List<String> arguments() {
            return List.of();
        }
    }

    /// The server, or something in front of it, is ill (other 5xx). What was asked may have been done.
    @Code("vms.ill")
    record ServerError(int status, ServerMessage serverMessage) implements VmsFailure {}

    /// An answer came that is not what a VMS says: empty, no JSON, another shape, too long.
    @Code("vms.unreadable")
    record Unreadable() implements VmsFailure {}

    /// A page of a list points to another server. Its address was not called.
    @Code("vms.foreign-page")
    record ForeignPage() implements VmsFailure {}

    /// A list changed while it was read, several times over.
    @Code("vms.restless")
    record UnstableList() implements VmsFailure {}

    /// Somebody changed the rule since it was read; nothing was sent.
    ///
    /// @param now the rule as it is
    @Code("vms.changed-meanwhile")
    record ChangedMeanwhile(AlertRule now) implements VmsFailure {
        @Override
        public List<String> arguments() {
            return List.of(String.valueOf(now.id()));
        }
    }

    /// A rule that the VMS could not act on: no name, no camera or nobody to look for. Nothing was sent.
    @Code("vms.incomplete")
    record Incomplete() implements VmsFailure {}

    /// What was typed is not the address of a server.
    @Code("vms.bad-address")
    record BadAddress() implements VmsFailure {}

    /// Plain HTTP to another machine.
    @Code("vms.not-encrypted")
    record NotEncrypted() implements VmsFailure {}

    /// What was typed cannot be a licence key.
    @Code("vms.bad-key")
    record BadKey() implements VmsFailure {}

    /// An address is set, and no key for it is kept on this machine.
    @Code("vms.no-key")
    record NoKey() implements VmsFailure {}

    /// Cloud Two does not know this e-mail address with this password.
    @Code("vms.login-refused")
    record LoginRefused(ServerMessage serverMessage) implements VmsFailure {}

    /// The login is right and its company has no VMS.
    @Code("vms.no-vms")
    record NoVms() implements VmsFailure {}

    /// Whether the same call can succeed later without anybody changing anything.
    default boolean isTransient() {
        return switch (this) {
            case Unreachable _, NoAnswer _, Busy _, ServerError _, Unreadable _, UnstableList _ -> true;
            case NotTrusted _,
                    KeyRefused _,
                    Denied _,
                    NotFound _,
                    Refused _,
                    ForeignPage _,
                    ChangedMeanwhile _,
                    Incomplete _,
                    BadAddress _,
                    NotEncrypted _,
                    BadKey _,
                    NoKey _,
                    LoginRefused _,
                    NoVms _ -> false;
        };
    }

    /// Whether what was asked may have been done although no good answer came.
    default boolean isOutcomeUnknown() {
        return switch (this) {
            case NoAnswer _, ServerError _, Unreadable _ -> true;
            default -> false;
        };
    }
}
