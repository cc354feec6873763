package io.vestibule.privacy.retention;

import io.vestibule.base.PersonId;
import io.vestibule.people.LegalHold;
import io.vestibule.people.PersonKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A person in the lists of the retention.
///
/// @param end of the retention period
/// @param review by which an entry of the watch list has to be reviewed
/// @param goes when the person is removed unless somebody does something; empty while something keeps them
/// @param note why they stay longer, as it was typed last
public record RetentionRow(
        PersonId person,
        String name,
        PersonKind kind,
        Optional<Instant> end,
        Optional<LocalDate> review,
        Optional<Instant> goes,
        Optional<LegalHold> hold,
        Optional<String> note,
        RetentionState state) {}
