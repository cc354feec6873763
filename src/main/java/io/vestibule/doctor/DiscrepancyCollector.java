package io.vestibule.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Stores what a comparison finds, some hundred at a time.
final class DiscrepancyCollector {

    private static final int AT_ONCE = 500;

    private final DiscrepancyStore store;
    private final UUID check;
    private final List<Discrepancy> waiting = new ArrayList<>();

    DiscrepancyCollector(DiscrepancyStore store, UUID check) {
        this.store = store;
        this.check = check;
    }

    void add(Discrepancy discrepancy) {
        waiting.add(discrepancy);
        if (waiting.size() == AT_ONCE) {
            flush();
        }
    }

    void flush() {
        if (!waiting.isEmpty()) {
            store.insert(check, waiting);
            waiting.clear();
        }
    }

    /// Drops what was found of one side.
    void discard(Side side) {
        flush();
        store.delete(check, side);
    }
}
