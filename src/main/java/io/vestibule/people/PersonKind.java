package io.vestibule.people;

/// Why somebody is known here.
public enum PersonKind {
    VISITOR,
    EMPLOYEE,
    /// Somebody to look out for; needs a documented reason instead of consent, and a manager.
    WATCH
}
