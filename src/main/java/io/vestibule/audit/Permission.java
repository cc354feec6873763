package io.vestibule.audit;

/// One thing that a role may do. Checked in the flows, so that no screen can forget it.
public enum Permission {
    /// Enrol visitors and employees, and correct what was typed.
    ENROL(Role.RECEPTION),
    /// Put people on the watch list and see its reasons.
    ENROL_WATCH(Role.MANAGER),
    /// Move photos and merge people.
    MANAGE_PEOPLE(Role.MANAGER),
    /// Remove a person with everything that is kept of them.
    REMOVE_PEOPLE(Role.MANAGER),
    /// Let one face in although it matched the person less well than required.
    ACCEPT_LOWER(Role.MANAGER),
    /// Build, send and delete rules of the VMS.
    MANAGE_RULES(Role.MANAGER),
    /// See similarities and thresholds instead of words.
    SEE_FIGURES(Role.MANAGER),
    /// Change settings, companies and sites.
    MANAGE_SETTINGS(Role.ADMINISTRATOR),
    /// Add operators and change their roles.
    MANAGE_OPERATORS(Role.ADMINISTRATOR);

    private final Role minimumRole;

    Permission(Role minimumRole) {
        this.minimumRole = minimumRole;
    }

    /// The role from which on it is allowed.
    public Role minimumRole() {
        return minimumRole;
    }
}
