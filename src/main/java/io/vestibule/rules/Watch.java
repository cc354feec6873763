package io.vestibule.rules;

import io.vestibule.base.Problem;
import java.util.List;
import java.util.Optional;

/// What was seen of all rules at one look.
///
/// @param picture empty if the VMS could not be read; `offline` says why
/// @param keptUp how many rules were sent again by themselves
public record Watch(List<RuleEntry> entries, Optional<VmsPicture> picture, Optional<Problem> offline, int keptUp) {

    public Watch {
        entries = List.copyOf(entries);
    }

    /// How many rules do not do any more what was meant.
    public int needLook() {
        return (int) entries.stream()
                .filter(entry -> entry.ours().isPresent() && entry.needsLook())
                .count();
    }
}
