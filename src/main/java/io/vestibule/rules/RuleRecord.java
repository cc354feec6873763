package io.vestibule.rules;

import io.vestibule.base.CompanyId;
import io.vestibule.base.Problem;
import io.vestibule.vms.VmsId;
import java.time.Instant;
import java.util.Optional;

/// A local rule.
///
/// @param vms the VMS to which everything of the rule belongs: its cameras, its number there and its pending
///     creation; unknown if an older version stored the rule
/// @param draft the desired content
/// @param sent empty until the VMS has the rule
/// @param pendingCreation a first send whose outcome is not known
/// @param deletedAt when the rule was deleted here; it is hidden from then on and deleted on the VMS after the undo
///     window
/// @param refusal why the VMS refused to delete the rule, which is therefore not hidden any more
public record RuleRecord(
        RuleId id,
        CompanyId company,
        VmsId vms,
        RuleDraft draft,
        Optional<SentRule> sent,
        Optional<PendingCreation> pendingCreation,
        Instant changedAt,
        Optional<Instant> deletedAt,
        Optional<Problem> refusal) {

    /// The refusal of a rule of which a part could not be read from the database. It is neither sent nor deleted.
    static final Problem UNREADABLE = Problem.of("rules.unreadable-row");

    boolean isUnreadable() {
        return refusal.equals(Optional.of(UNREADABLE));
    }

    /// Whether anything of the rule means something on one VMS only.
    boolean isBound() {
        return isThere() || !draft.cameras().isEmpty();
    }

    /// Whether the rule belongs to another VMS than the given one.
    public boolean isElsewhere(VmsId here) {
        return vms.isKnown() && !vms.equals(here) && isBound();
    }

    /// Whether the rule was sent to a VMS of which it is not known which one it was.
    boolean isUnclaimed() {
        return !vms.isKnown() && isThere();
    }

    private boolean isThere() {
        return sent.isPresent() || pendingCreation.isPresent();
    }

    /// Whether the draft has changes that were not sent. Automatic update is not part of what is sent.
    public boolean hasUnsentEdits() {
        return sent.filter(
                        last -> last.draft().withAutoUpdate(draft.autoUpdate()).equals(draft))
                .isEmpty();
    }
}
