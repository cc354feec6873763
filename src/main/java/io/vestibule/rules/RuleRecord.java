package io.vestibule.rules;

import io.vestibule.base.CompanyId;
import java.time.Instant;
import java.util.Optional;

/// A rule of ours.
///
/// @param draft what is wanted now
/// @param sent empty until the VMS has it
/// @param pendingCreation a first sending whose end is not known
/// @param deletedAt hidden from then on, gone from the VMS a moment later
public record RuleRecord(
        RuleId id,
        CompanyId company,
        RuleDraft draft,
        Optional<SentRule> sent,
        Optional<PendingCreation> pendingCreation,
        Instant changedAt,
        Optional<Instant> deletedAt) {

    /// Whether there is more in the draft than was sent. Whether it keeps up is nothing that is sent.
    public boolean hasUnsentEdits() {
        return sent.filter(
                        last -> last.draft().withAutoUpdate(draft.autoUpdate()).equals(draft))
                .isEmpty();
    }
}
