package io.vestibule.rules;

import io.vestibule.base.Problem;
import java.util.List;
import java.util.Optional;

/// The state of all rules at one poll of the VMS.
///
/// @param snapshot empty if the VMS could not be read; `offline` says why
/// @param autoUpdated how many rules were updated on the VMS automatically
public record DriftReport(
        List<RuleEntry> entries, Optional<VmsSnapshot> snapshot, Optional<Problem> offline, int autoUpdated) {

    public DriftReport {
        entries = List.copyOf(entries);
    }

    /// How many rules of the VMS have no readable id, and are not among the entries.
    public int unreadable() {
        return snapshot.map(VmsSnapshot::unreadable).orElse(0);
    }

    /// How many rules no longer do what was intended.
    public int attentionCount() {
        return (int) entries.stream()
                .filter(entry -> entry.local().isPresent() || entry.state() == RuleState.PERHAPS_OURS)
                .filter(RuleEntry::needsAttention)
                .count();
    }
}
