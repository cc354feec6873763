package io.vestibule.audit;

import io.vestibule.base.Failure;

/// Why a call was refused because of operators or their permissions.
public sealed interface AuditFailure extends Failure {

    @Code("audit.not-signed-in")
    record NotSignedIn() implements AuditFailure {}

    @Code("audit.not-allowed")
    record NotAllowed(Permission permission) implements AuditFailure {}

    /// The last administrator must stay: without one nobody could change the settings again.
    @Code("audit.last-administrator")
    record LastAdministrator() implements AuditFailure {}

    /// There is no such operator, or the operator may not sign in any more.
    @Code("audit.unknown-operator")
    record UnknownOperator() implements AuditFailure {}

    @Code("audit.name-missing")
    record NameMissing() implements AuditFailure {}

    @Code("audit.name-taken")
    record NameTaken() implements AuditFailure {}
}
