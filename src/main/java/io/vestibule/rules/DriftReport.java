package io.vestibule.rules;

import io.vestibule.base.Problem;
import java.util.List;
import java.util.Optional;

/// What was seen of all rules at one look.
///
/// @param snapshot empty if the VMS could not be read; `offline` says why
/// @param autoUpdated how many rules were sent again by themselves
public record DriftReport(
        List<RuleEntry> entries, Optional<VmsSnapshot> snapshot, Optional<Problem> offline, int autoUpdated) {

    public DriftReport {
        entries = List.copyOf(entries);
    }

    /// How many rules do not do any more what was meant.
    public int attentionCount() {
        return (int) entries.stream()
                .filter(entry -> entry.local().isPresent() && entry.needsAttention())
                .count();
    }
}
