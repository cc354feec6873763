package io.vestibule.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Something whose retention period was over: what became of it.
///
/// @param subject id of a person or a photo
/// @param due when the period was over
/// @param seen when the program noticed it first, on a clock that could be relied on
/// @param settled when it was erased or its period extended; empty while it waits
public record RetentionDue(
        UUID id,
        UUID subject,
        Kind kind,
        Instant due,
        Instant seen,
        Optional<Instant> settled,
        Optional<Outcome> outcome) {

    /// Stored by name.
    public enum Kind {
        /// The retention period of a person.
        PERSON,
        /// The review of an entry of the watch list.
        REVIEW,
        /// A refused photo that was neither replaced nor dismissed.
        PHOTO
    }

    /// Stored by name.
    public enum Outcome {
        ERASED,
        /// Somebody set a later day, or dismissed the photo's refusal.
        EXTENDED
    }
}
