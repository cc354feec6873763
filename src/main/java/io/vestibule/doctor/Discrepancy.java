package io.vestibule.doctor;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import java.util.Optional;
import java.util.UUID;

/// One thing about which the records and what they are compared with disagree.
///
/// @param subject id of the face, user, photo or rule, or key of the file, as its kind says
/// @param holder id of the user that has the face in the collection
public record Discrepancy(
        UUID id,
        DiscrepancyKind kind,
        String subject,
        Optional<PersonId> person,
        Optional<PhotoId> photo,
        Optional<String> holder,
        DiscrepancyState state) {

    static Discrepancy of(DiscrepancyKind kind, String subject) {
        return new Discrepancy(
                UUID.randomUUID(),
                kind,
                subject,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DiscrepancyState.OPEN);
    }

    Discrepancy of(PersonId whom, PhotoId picture) {
        return new Discrepancy(id, kind, subject, Optional.of(whom), Optional.of(picture), holder, state);
    }

    Discrepancy of(PersonId whom) {
        return new Discrepancy(id, kind, subject, Optional.of(whom), photo, holder, state);
    }

    Discrepancy heldBy(Optional<String> user) {
        return new Discrepancy(id, kind, subject, person, photo, user, state);
    }
}
