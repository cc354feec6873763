package io.vestibule.privacy.record;

/// What the documents say of the configuration. Stored by name with each printed document; the values do not depend on
/// a
/// language.
public enum RecordFact {
    COMPANY,
    CONTROLLER,
    CONTACT,
    AUTHORITY,
    WEB,
    SITE,
    SITES,
    /// A constant of [Service].
    SERVICE,
    /// Of AWS.
    REGION,
    /// A constant of [OptOut].
    OPT_OUT,
    /// Host, or empty for the embedded one.
    VMS,
    /// Per cent.
    SEARCH_THRESHOLD,
    DUPLICATE_THRESHOLD,
    /// Days.
    VISITOR_DAYS,
    EMPLOYEE_DAYS,
    WATCH_DAYS,
    REVIEW_GRACE_DAYS,
    BACKUP_DAYS,
    /// Numbers of people.
    VISITORS,
    EMPLOYEES,
    WATCHED,
    HOLDS,
    /// Numbers of active operators.
    RECEPTIONISTS,
    MANAGERS,
    ADMINISTRATORS;

    /// Where faces are recognised.
    public enum Service {
        EMBEDDED,
        AWS
    }

    /// Whether the organization has opted out of the use of its pictures to improve AI services of Amazon.
    public enum OptOut {
        UNKNOWN,
        YES,
        NO
    }

    /// Numbers that change every day are no difference to the last printed document.
    boolean isCount() {
        return switch (this) {
            case VISITORS, EMPLOYEES, WATCHED, HOLDS -> true;
            default -> false;
        };
    }
}
