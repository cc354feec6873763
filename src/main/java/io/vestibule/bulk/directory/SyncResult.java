package io.vestibule.bulk.directory;

import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.bulk.RowState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What a reading of the directory brought.
///
/// @param named number of people whom the directory names
/// @param run import of those who have changed; empty if nobody has
/// @param rows of that import, by state
/// @param gone number of people who are missing and not removed
/// @param removed who was missing for too long
/// @param held why nobody was removed although somebody was due
public record SyncResult(
        int named,
        Optional<UUID> run,
        Map<RowState, Integer> rows,
        int gone,
        List<PersonId> removed,
        Optional<Problem> held) {

    public SyncResult {
        rows = Map.copyOf(rows);
        removed = List.copyOf(removed);
    }
}
