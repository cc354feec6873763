package io.vestibule.rules;

import io.vestibule.base.CompanyId;
import io.vestibule.base.Problem;
import java.time.Instant;
import java.util.Optional;

/// A local rule.
///
/// @param draft the desired content
/// @param sent empty until the VMS has the rule
/// @param pendingCreation a first send whose outcome is not known
/// @param deletedAt when the rule was deleted here; it is hidden from then on and deleted on the VMS after the undo
///     window
/// @param refusal why the VMS refused to delete the rule, which is therefore not hidden any more
public record RuleRecord(
        RuleId id,
        CompanyId company,
        RuleDraft draft,
        Optional<SentRule> sent,
        Optional<PendingCreation> pendingCreation,
        Instant changedAt,
        Optional<Instant> deletedAt,
        Optional<Problem> refusal) {

    /// Whether the draft has changes that were not sent. Automatic update is not part of what is sent.
    public boolean hasUnsentEdits() {
        return sent.filter(
                        last -> last.draft().withAutoUpdate(draft.autoUpdate()).equals(draft))
                .isEmpty();
    }
}
