package io.vestibule.audit;

import io.vestibule.base.OperatorId;

/// Somebody who works at the console. Never deleted, because the log names them.
///
/// @param active whether they may still sign in
public record Operator(OperatorId id, String name, Role role, boolean active) {

    public boolean may(Permission permission) {
        return active && role.may(permission);
    }
}
