package io.vestibule.audit;

/// What an operator is there for, from the fewest rights to all of them: each role may do what the one before it may.
/// Kept by name in the database. Which right begins where is said by [Permission].
public enum Role {
    RECEPTION,
    MANAGER,
    ADMINISTRATOR;

    public boolean may(Permission permission) {
        return compareTo(permission.minimumRole()) >= 0;
    }
}
