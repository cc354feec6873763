package io.vestibule.audit;

import io.vestibule.base.Failure;

/// Why operators or their rights stood in the way.
public sealed interface AuditFailure extends Failure {

    @Code("audit.not-signed-in")
    record NotSignedIn() implements AuditFailure {}

    @Code("audit.not-allowed")
    record NotAllowed(Permission permission) implements AuditFailure {}

    /// Without an administrator nobody could ever change the settings again.
    @Code("audit.last-administrator")
    record LastAdministrator() implements AuditFailure {}

    /// No such operator, or one who may not sign in any more.
    @Code("audit.unknown-operator")
    record UnknownOperator() implements AuditFailure {}

    @Code("audit.name-missing")
    record NameMissing() implements AuditFailure {}

    @Code("audit.name-taken")
    record NameTaken() implements AuditFailure {}
}
