package io.vestibule.doctor.ui;

import io.vestibule.doctor.DiscrepancyKind;
import io.vestibule.doctor.DiscrepancyState;
import java.util.List;
import java.util.Map;

/// All discrepancies of one kind.
///
/// @param states how many are in each state
/// @param examples ids of the first few
record DiscrepancyRow(DiscrepancyKind kind, Map<DiscrepancyState, Long> states, List<String> examples) {

    DiscrepancyRow {
        states = Map.copyOf(states);
        examples = List.copyOf(examples);
    }

    long number(DiscrepancyState state) {
        return states.getOrDefault(state, 0L);
    }

    long total() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Whether there is something that can be chosen.
    boolean isFixable() {
        return kind.remedy().isPresent() && number(DiscrepancyState.OPEN) > 0;
    }
}
