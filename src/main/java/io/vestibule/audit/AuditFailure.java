package io.vestibule.audit;

import io.vestibule.base.Problem;

/// Why operators or their rights stood in the way.
public sealed interface AuditFailure {

    Problem problem();

    record NotSignedIn() implements AuditFailure {
        @Override
        public Problem problem() {
            return Problem.of("audit.not-signed-in");
        }
    }

    record NotAllowed(Permission permission) implements AuditFailure {
        @Override
        public Problem problem() {
            return Problem.of("audit.not-allowed", permission);
        }
    }

    /// Without an administrator nobody could ever change the settings again.
    record LastAdministrator() implements AuditFailure {
        @Override
        public Problem problem() {
            return Problem.of("audit.last-administrator");
        }
    }

    /// No such operator, or one who may not sign in any more.
    record UnknownOperator() implements AuditFailure {
        @Override
        public Problem problem() {
            return Problem.of("audit.unknown-operator");
        }
    }

    record NameMissing() implements AuditFailure {
        @Override
        public Problem problem() {
            return Problem.of("audit.name-missing");
        }
    }

    record NameTaken() implements AuditFailure {
        @Override
        public Problem problem() {
            return Problem.of("audit.name-taken");
        }
    }
}
