package io.vestibule.privacy.retention;

import java.time.Instant;
import java.util.List;

/// Whose retention needs attention.
///
/// @param rows the first to go first
/// @param complete false if there were more than [RetentionReader#MOST]
/// @param hidden number of people who are removed already and are erased within a day
/// @param now when this was read
public record RetentionOverview(List<RetentionRow> rows, boolean complete, long hidden, Instant now) {

    public RetentionOverview {
        rows = List.copyOf(rows);
    }

    public List<RetentionRow> of(RetentionList list) {
        return rows.stream().filter(row -> list.has(row, now)).toList();
    }
}
