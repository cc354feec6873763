package io.vestibule.doctor;

import io.vestibule.cloud.FaceCollection.StoredFace;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.RecordedFace;
import java.util.Optional;

/// Whether the user that a face has in the collection is the one that the records say.
final class FaceMismatch {

    private final DoctorContext context;
    private final CollectionRef collection;

    FaceMismatch(DoctorContext context, CollectionRef collection) {
        this.context = context;
        this.collection = collection;
    }

    /// A quick look, from what was listed.
    static boolean isLikely(RecordedFace ours, StoredFace theirs) {
        boolean own = theirs.userId().equals(Optional.of(ours.userId()));
        return switch (ours.state()) {
            case ASSOCIATED -> !own;
            case INDEXED -> true;
            case NOT_ASSOCIATED, CAPTURED, STORED, REFUSED -> own;
        };
    }

    /// @param ours as the record is now
    /// @param theirs as the collection has the face now
    Optional<DiscrepancyKind> kind(String ownUser, IndexedFace ours, StoredFace theirs) {
        var user = theirs.userId();
        if (user.equals(Optional.of(ownUser))) {
            return ours.state() == FaceState.ASSOCIATED ? Optional.empty() : Optional.of(DiscrepancyKind.RECORD_BEHIND);
        }
        if (ours.state() != FaceState.ASSOCIATED && ours.state() != FaceState.INDEXED) {
            return Optional.empty();
        }
        return Optional.of(user.map(this::kindOfHolder).orElse(DiscrepancyKind.FACE_WITHOUT_USER));
    }

    private DiscrepancyKind kindOfHolder(String user) {
        return context.personOf(user, collection).isPresent()
                ? DiscrepancyKind.FACE_WITH_OTHER_PERSON
                : DiscrepancyKind.FACE_WITH_UNKNOWN_USER;
    }
}
