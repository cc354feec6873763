package io.vestibule.bulk;

import io.vestibule.base.PersonId;
import java.util.Optional;
import java.util.UUID;

/// One row of an import.
///
/// @param person who was enrolled or updated by it, or is known under its number
/// @param job of the journal that sends the photos
public record ImportRow(
        UUID id,
        UUID run,
        int place,
        RowState state,
        Optional<PersonId> person,
        Optional<UUID> job,
        RowContent content) {

    static ImportRow checked(UUID run, RowState state, Optional<PersonId> person, RowContent content) {
        return new ImportRow(UUID.randomUUID(), run, content.listed().row(), state, person, Optional.empty(), content);
    }

    ImportRow with(RowState next, RowContent other) {
        return new ImportRow(id, run, place, next, person, job, other);
    }
}
