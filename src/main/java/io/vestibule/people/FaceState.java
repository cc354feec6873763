package io.vestibule.people;

import java.util.Set;

/// State of a photo in one collection. Waiting, offline, retrying and failed are states of a journal step, never of a
/// photo.
public enum FaceState {
    CAPTURED,
    STORED,
    INDEXED,
    ASSOCIATED,
    /// The service has the face and did not associate it with the person; the reasons say why.
    NOT_ASSOCIATED,
    /// The service found no face of sufficient quality.
    REFUSED;

    /// Whether the journal still has to send or associate it.
    public boolean isInProgress() {
        return this == CAPTURED || this == STORED || this == INDEXED;
    }

    /// Allowed next states. Storing and indexing may be repeated after a crash.
    public Set<FaceState> allowedTransitions() {
        return switch (this) {
            case CAPTURED -> Set.of(STORED);
            case STORED -> Set.of(STORED, INDEXED, REFUSED);
            case INDEXED -> Set.of(INDEXED, ASSOCIATED, NOT_ASSOCIATED, STORED);
            case ASSOCIATED -> Set.of(ASSOCIATED, INDEXED);
            case NOT_ASSOCIATED -> Set.of(NOT_ASSOCIATED, INDEXED, ASSOCIATED, STORED);
            case REFUSED -> Set.of(REFUSED, STORED);
        };
    }
}
