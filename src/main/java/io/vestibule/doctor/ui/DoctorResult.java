package io.vestibule.doctor.ui;

import io.vestibule.doctor.CollectionCheckRun;
import java.util.List;

/// The last comparison, and what it found.
record DoctorResult(CollectionCheckRun run, List<DiscrepancyRow> rows) {

    DoctorResult {
        rows = List.copyOf(rows);
    }

    boolean agrees() {
        return run.unread().isEmpty() && rows.isEmpty();
    }
}
