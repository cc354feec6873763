package io.vestibule.rules;

/// The state of a rule.
public enum RuleState {
    /// Exists only locally.
    DRAFT,
    /// Sent, and no answer came: the rule may or may not exist on the VMS.
    UNSURE,
    /// The VMS has what was sent, and nothing changed since.
    SENT,
    /// Edited here since it was sent.
    EDITED,
    /// The people behind its groups, or the clocks, changed since it was sent.
    OUTDATED,
    /// Another user changed it on the VMS.
    CHANGED_THERE,
    /// Another user deleted it on the VMS.
    GONE_THERE,
    /// Not created here.
    OTHERS,
    /// Looks like a rule that was sent from here and got no answer. An operator decides whether it is that rule.
    PERHAPS_OURS,
    /// Belongs to another VMS than the one in use; nothing is known about it now, and nothing is done with it.
    ELSEWHERE
}
