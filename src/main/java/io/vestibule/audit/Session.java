package io.vestibule.audit;

import java.util.Optional;

/// The operator who is signed in. Flows check it before they act; only [Operators] changes it.
public final class Session {

    private volatile Optional<Operator> operator = Optional.empty();

    public Optional<Operator> operator() {
        return operator;
    }

    public boolean may(Permission permission) {
        return operator.filter(someone -> someone.may(permission)).isPresent();
    }

    /// @return the signed-in operator, who has the permission
    /// @throws AuditException if nobody is signed in, or the operator lacks the permission
    public Operator require(Permission permission) {
        Operator someone = operator.orElseThrow(() -> new AuditException(new AuditFailure.NotSignedIn()));
        if (!someone.may(permission)) {
            throw new AuditException(new AuditFailure.NotAllowed(permission));
        }
        return someone;
    }

    void setOperator(Optional<Operator> next) {
        operator = next;
    }
}
