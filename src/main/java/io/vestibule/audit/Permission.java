package io.vestibule.audit;

/// A permission of a role. Checked in the flows, so that no screen can omit the check.
public enum Permission {
    /// Enrol visitors and employees, and edit their data.
    ENROL(Role.RECEPTION),
    /// Record that a person withdrew consent, which removes them with all their data.
    WITHDRAW_CONSENT(Role.RECEPTION),
    /// Put people on the watch list, change them and their photos, and see the reasons.
    ENROL_WATCH(Role.MANAGER),
    /// Move photos and merge people.
    MANAGE_PEOPLE(Role.MANAGER),
    /// Remove a person with all their data.
    REMOVE_PEOPLE(Role.MANAGER),
    /// Extend retention periods, and place and lift legal holds.
    MANAGE_RETENTION(Role.MANAGER),
    /// Import lists of people, and undo that.
    IMPORT_PEOPLE(Role.MANAGER),
    /// Confirm the date of the computer after its clock jumped.
    CONFIRM_CLOCK(Role.MANAGER),
    /// Accept one face although its similarity to the person is below the threshold.
    ACCEPT_LOWER(Role.MANAGER),
    /// Build, send and delete rules of the VMS.
    MANAGE_RULES(Role.MANAGER),
    /// See similarities and thresholds as figures.
    SEE_FIGURES(Role.MANAGER),
    /// Read, check and export the audit log, and see the proof of erasures.
    READ_AUDIT(Role.MANAGER),
    /// Write and publish the texts with which people are asked for consent.
    WRITE_CONSENT_TEXTS(Role.MANAGER),
    /// Write all data of a person into a file that is handed over to them.
    HAND_OVER_DATA(Role.MANAGER),
    /// Change settings, companies and sites.
    MANAGE_SETTINGS(Role.ADMINISTRATOR),
    /// Add operators and change their roles.
    MANAGE_OPERATORS(Role.ADMINISTRATOR);

    private final Role minimumRole;

    Permission(Role minimumRole) {
        this.minimumRole = minimumRole;
    }

    /// The lowest role that has the permission.
    public Role minimumRole() {
        return minimumRole;
    }
}
