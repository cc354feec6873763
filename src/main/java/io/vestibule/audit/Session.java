package io.vestibule.audit;

import java.util.Optional;

/// Who is at the console now. Flows ask it before they act; [Operators] alone changes it.
public final class Session {

    private volatile Optional<Operator> operator = Optional.empty();

    public Optional<Operator> operator() {
        return operator;
    }

    public boolean may(Permission permission) {
        return operator.filter(someone -> someone.may(permission)).isPresent();
    }

    /// @return who was found to have the permission
    /// @throws AuditException if nobody is signed in, or not with that permission
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
