package io.vestibule.people;

/// Why a person is stored.
public enum PersonKind {
    VISITOR,
    EMPLOYEE,
    /// A person on the watch list; needs a documented reason instead of consent, and a manager.
    WATCH
}
