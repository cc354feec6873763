package io.vestibule.audit;

import io.vestibule.base.OperatorId;

/// A user of the console. Never deleted, because the log refers to them.
///
/// @param active whether they may still sign in
public record Operator(OperatorId id, String name, Role role, boolean active) {

    public boolean may(Permission permission) {
        return active && role.may(permission);
    }
}
