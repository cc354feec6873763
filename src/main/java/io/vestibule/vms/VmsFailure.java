package io.vestibule.vms;

import io.vestibule.base.Problem;
import java.time.Duration;
import java.util.Optional;

/// Why a call to the VMS, or to the Cloud Two login, did not end as it should.
public sealed interface VmsFailure {

    /// Shows the server's own words where there are any. They may quote a rule's name, so a problem of the VMS is
    /// for the screen and not for logs.
    Problem problem();

    /// Nobody could be reached; nothing was sent.
    record Unreachable() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.unreachable");
        }
    }

    /// The call was sent and its answer did not come in time, or got lost: it may or may not have been done.
    record NoAnswer() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.no-answer");
        }
    }

    /// The server could not prove by its certificate who it is; nothing was sent.
    record NotTrusted() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.not-trusted");
        }
    }

    /// The key is wrong, or has expired (401).
    record KeyRefused(ServerMessage serverMessage) implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.key-refused", serverMessage.displayText());
        }
    }

    /// The key is good and may not do that (403).
    record Denied(ServerMessage serverMessage) implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.denied", serverMessage.displayText());
        }
    }

    /// What was asked for is not there (404).
    record NotFound(ServerMessage serverMessage) implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.not-found", serverMessage.displayText());
        }
    }

    /// The server understood and does not want it; trying again does not help (other 3xx and 4xx).
    record Refused(int status, ServerMessage serverMessage) implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.refused", status, serverMessage.displayText());
        }
    }

    /// Too many calls (429), or out of service for now (503). Nothing was done.
    ///
    /// @param retryAfter how long the server asks us to wait, if it said so
    record Busy(Optional<Duration> retryAfter) implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.busy");
        }
    }

    /// The server, or something in front of it, is ill (other 5xx). What was asked may have been done.
    record ServerError(int status, ServerMessage serverMessage) implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.ill", status, serverMessage.displayText());
        }
    }

    /// An answer came that is not what a VMS says: empty, no JSON, another shape, too long.
    record Unreadable() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.unreadable");
        }
    }

    /// A page of a list points to another server. Its address was not called.
    record ForeignPage() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.foreign-page");
        }
    }

    /// A list changed while it was read, several times over.
    record UnstableList() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.restless");
        }
    }

    /// Somebody changed the rule since it was read; nothing was sent.
    ///
    /// @param now the rule as it is
    record ChangedMeanwhile(AlertRule now) implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.changed-meanwhile", now.id());
        }
    }

    /// A rule that the VMS could not act on: no name, no camera or nobody to look for. Nothing was sent.
    record Incomplete() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.incomplete");
        }
    }

    /// What was typed is not the address of a server.
    record BadAddress() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.bad-address");
        }
    }

    /// Plain HTTP to another machine.
    record NotEncrypted() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.not-encrypted");
        }
    }

    /// What was typed cannot be a licence key.
    record BadKey() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.bad-key");
        }
    }

    /// An address is set, and no key for it is kept on this machine.
    record NoKey() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.no-key");
        }
    }

    /// Cloud Two does not know this e-mail address with this password.
    record LoginRefused(ServerMessage serverMessage) implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.login-refused", serverMessage.displayText());
        }
    }

    /// The login is right and its company has no VMS.
    record NoVms() implements VmsFailure {
        @Override
        public Problem problem() {
            return Problem.of("vms.no-vms");
        }
    }

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
