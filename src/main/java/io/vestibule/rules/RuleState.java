package io.vestibule.rules;

/// How a rule stands.
public enum RuleState {
    /// Only here.
    DRAFT,
    /// Sent, and no answer came: it may or may not be there.
    UNSURE,
    /// The VMS has what was meant.
    SENT,
    /// Edited here since it was sent.
    EDITED,
    /// The people behind its groups, or the clocks, changed since it was sent.
    OUTDATED,
    /// Somebody changed it on the VMS.
    CHANGED_THERE,
    /// Somebody deleted it on the VMS.
    GONE_THERE,
    /// Not made here.
    OTHERS
}
