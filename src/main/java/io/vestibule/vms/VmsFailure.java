package io.vestibule.vms;

import io.vestibule.base.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Why a call to the VMS, or to the Cloud Two login, failed.
public sealed interface VmsFailure extends Failure {

    /// The server could not be reached; nothing was sent.
    @Code("vms.unreachable")
    record Unreachable() implements VmsFailure {}

    /// A change was sent and its answer did not arrive in time, or was lost: it may or may not have been performed.
    @Code("vms.no-answer")
    record NoAnswer() implements VmsFailure {}

    /// A call that only reads was not answered in time, or its answer was lost: nothing was changed.
    @Code("vms.read-no-answer")
    record ReadNoAnswer() implements VmsFailure {}

    /// The file of the company's own certificate authorities cannot be read, or contains no certificate.
    @Code("vms.no-certificates")
    record NoCertificates() implements VmsFailure {}

    /// The server's certificate is not trusted; nothing was sent.
    @Code("vms.not-trusted")
    record NotTrusted() implements VmsFailure {}

    /// The settings were damaged, so it is unknown which VMS was chosen. None is used until one is chosen again.
    @Code("vms.undetermined")
    record Undetermined() implements VmsFailure {}

    /// The key is wrong, or has expired (401).
    @Code("vms.key-refused")
    record KeyRefused(ServerMessage serverMessage) implements VmsFailure {}

    /// The key is valid but has no permission for this call (403).
    @Code("vms.denied")
    record Denied(ServerMessage serverMessage) implements VmsFailure {}

    /// The requested object does not exist (404).
    @Code("vms.not-found")
    record NotFound(ServerMessage serverMessage) implements VmsFailure {}

    /// The server rejected the request; a retry does not help (other 3xx and 4xx).
    @Code("vms.refused")
    record Refused(int status, ServerMessage serverMessage) implements VmsFailure {}

    /// Too many calls (429), or temporarily unavailable (503). Nothing was performed.
    ///
    /// @param retryAfter the waiting time that the server asks for, if any
    @Code("vms.busy")
    record Busy(Optional<Duration> retryAfter) implements VmsFailure {
        @Override
        public List<String> arguments() {
            return List.of();
        }
    }

    /// An error of the server or of a proxy in front of it (other 5xx). The request may have been performed.
    @Code("vms.ill")
    record ServerError(int status, ServerMessage serverMessage) implements VmsFailure {}

    /// The answer is not one of a VMS: empty, not JSON, of another structure, or too long.
    @Code("vms.unreadable")
    record Unreadable() implements VmsFailure {}

    /// The list of rules has a row without a readable id that may be the rule in question. Nothing was sent.
    @Code("vms.unreadable-row")
    record UnreadableRow() implements VmsFailure {}

    /// A page of a list points to another server. That address was not called.
    @Code("vms.foreign-page")
    record ForeignPage() implements VmsFailure {}

    /// A list changed while it was read, on several attempts.
    @Code("vms.restless")
    record UnstableList() implements VmsFailure {}

    /// Another user changed the rule since it was read; nothing was sent.
    ///
    /// @param now the rule as it is now
    @Code("vms.changed-meanwhile")
    record ChangedMeanwhile(AlertRule now) implements VmsFailure {
        @Override
        public List<String> arguments() {
            return List.of(String.valueOf(now.id()));
        }
    }

    /// The rule belongs to another VMS than the one in use. Nothing was sent.
    @Code("vms.other-vms")
    record OtherVms() implements VmsFailure {}

    /// The VMS could not execute the rule: no name, no camera or nobody to look for. Nothing was sent.
    @Code("vms.incomplete")
    record Incomplete() implements VmsFailure {}

    /// The typed text is not the address of a server.
    @Code("vms.bad-address")
    record BadAddress() implements VmsFailure {}

    /// Plain HTTP to another machine.
    @Code("vms.not-encrypted")
    record NotEncrypted() implements VmsFailure {}

    /// The typed text cannot be a licence key.
    @Code("vms.bad-key")
    record BadKey() implements VmsFailure {}

    /// An address is set, and no key for it is stored on this computer.
    @Code("vms.no-key")
    record NoKey() implements VmsFailure {}

    /// Cloud Two rejected the e-mail address and password.
    @Code("vms.login-refused")
    record LoginRefused(ServerMessage serverMessage) implements VmsFailure {}

    /// The login succeeded, but the company has no VMS.
    @Code("vms.no-vms")
    record NoVms() implements VmsFailure {}

    /// Whether the same call can succeed later without any other change.
    default boolean isTransient() {
        return switch (this) {
            case Unreachable _,
                    NoAnswer _,
                    ReadNoAnswer _,
                    Busy _,
                    ServerError _,
                    Unreadable _,
                    UnreadableRow _,
                    UnstableList _,
                    OtherVms _ -> true;
            case NotTrusted _,
                    NoCertificates _,
                    Undetermined _,
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

    /// Whether a call about anything else would fail the same way, because the server cannot be reached or does not
    /// accept this console at all.
    default boolean concernsServer() {
        return switch (this) {
            case Unreachable _,
                    NotTrusted _,
                    NoCertificates _,
                    Undetermined _,
                    KeyRefused _,
                    Busy _,
                    BadAddress _,
                    NotEncrypted _,
                    BadKey _,
                    NoKey _,
                    LoginRefused _,
                    NoVms _ -> true;
            case NoAnswer _,
                    ReadNoAnswer _,
                    Denied _,
                    NotFound _,
                    Refused _,
                    ServerError _,
                    Unreadable _,
                    UnreadableRow _,
                    ForeignPage _,
                    UnstableList _,
                    ChangedMeanwhile _,
                    OtherVms _,
                    Incomplete _ -> false;
        };
    }

    /// Whether no answer came.
    default boolean isUnanswered() {
        return this instanceof NoAnswer || this instanceof ReadNoAnswer;
    }

    /// Whether the request may have been performed although no valid answer came.
    default boolean isOutcomeUnknown() {
        return switch (this) {
            case NoAnswer _, ServerError _, Unreadable _ -> true;
            default -> false;
        };
    }
}
