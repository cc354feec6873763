package io.vestibule.audit;

import io.vestibule.base.Failure;

/// Why a call was refused because of operators or their permissions.
public sealed interface AuditFailure {

    @Code("audit.not-signed-in")
    record NotSignedIn() implements AuditFailure {}

    @Code("audit.not-allowed")
    record NotAllowed(Permission permission) implements AuditFailure {}

    /// The last administrator must stay: without one nobody could change the settings again.
    record LastAdministrator() implements AuditFailure {
        @Override
        public Problem problem() {
            return Problem.of("audit.last-administrator");
        }
    }

    /// There is no such operator, or the operator may not sign in any more.
    record UnknownOperator() implements AuditFailure {
        @Override
        public Problem problem() {
            return Problem.of("audit.unknown-operator");
        }
    }

    @Code("audit.name-missing")
    record NameMissing() implements AuditFailure {}

    @Code("audit.name-taken")
    record NameTaken() implements AuditFailure {}
}
