package io.vestibule.vms;

import io.vestibule.base.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Why a call to the VMS, or to the Cloud Two login, failed.
public sealed interface VmsFailure {

    /// Contains the server's text where there is one. It may quote the name of a rule, so a problem of the VMS is shown
    /// on the screen and never logged.
    Problem problem();

    /// The server could not be reached; nothing was sent.
    record Unreachable() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.unreachable");
        }
    }

    /// The call was sent and its answer did not arrive in time, or was lost: it may or may not have been performed.
    record NoAnswer() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.no-answer");
        }
    }

    /// The server's certificate is not trusted; nothing was sent.
    record NotTrusted() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.not-trusted");
        }
    }

    /// The key is wrong, or has expired (401).
    @Code("vms.key-refused")
    record KeyRefused(ServerMessage serverMessage) implements VmsFailure {}

    /// The key is valid but has no permission for this call (403).
    record Denied(ServerMessage serverMessage) implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.denied", serverMessage.displayText());
        }
    }

    /// The requested object does not exist (404).
    record NotFound(ServerMessage serverMessage) implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.not-found", serverMessage.displayText());
        }
    }

    /// The server rejected the request; a retry does not help (other 3xx and 4xx).
    record Refused(int status, ServerMessage serverMessage) implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.refused", status, serverMessage.displayText());
        }
    }

    /// Too many calls (429), or temporarily unavailable (503). Nothing was performed.
    ///
    /// @param retryAfter the waiting time that the server asks for, if any
    record Busy(Optional<Duration> retryAfter) implements VmsFailure {
        @Override
        public List<String> arguments() {
            return List.of();
        }
    }

    /// An error of the server or of a proxy in front of it (other 5xx). The request may have been performed.
    record ServerError(int status, ServerMessage serverMessage) implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.ill", status, serverMessage.displayText());
        }
    }

    /// The answer is not one of a VMS: empty, not JSON, of another structure, or too long.
    record Unreadable() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.unreadable");
        }
    }

    /// A page of a list points to another server. That address was not called.
    record ForeignPage() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.foreign-page");
        }
    }

    /// A list changed while it was read, on several attempts.
    record UnstableList() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.restless");
        }
    }

    /// Another user changed the rule since it was read; nothing was sent.
    ///
    /// @param now the rule as it is now
    record ChangedMeanwhile(AlertRule now) implements VmsFailure {
        @Override
        public List<String> arguments() {
            return List.of(String.valueOf(now.id()));
        }
    }

    /// The VMS could not execute the rule: no name, no camera or nobody to look for. Nothing was sent.
    record Incomplete() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.incomplete");
        }
    }

    /// The typed text is not the address of a server.
    record BadAddress() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.bad-address");
        }
    }

    /// Plain HTTP to another machine.
    @Code("vms.not-encrypted")
    record NotEncrypted() implements VmsFailure {}

    /// The typed text cannot be a licence key.
    record BadKey() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.bad-key");
        }
    }

    /// An address is set, and no key for it is stored on this computer.
    record NoKey() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.no-key");
        }
    }

    /// Cloud Two rejected the e-mail address and password.
    record LoginRefused(ServerMessage serverMessage) implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.login-refused", serverMessage.displayText());
        }
    }

    /// The login succeeded, but the company has no VMS.
    record NoVms() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.no-vms");
        }
    }

    /// Whether the same call can succeed later without any other change.
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

    /// Whether the request may have been performed although no valid answer came.
    default boolean isOutcomeUnknown() {
        return switch (this) {
            case NoAnswer _, ServerError _, Unreadable _ -> true;
            default -> false;
        };
    }
}
