package io.vestibule.audit;

/// Roles of operators in ascending order: each role has all permissions of the one before it. Stored by name in the
/// database. [Permission] names the lowest role of each permission.
public enum Role {
    RECEPTION,
    MANAGER,
    ADMINISTRATOR;

    public boolean may(Permission permission) {
        return compareTo(permission.minimumRole()) >= 0;
    }
}
