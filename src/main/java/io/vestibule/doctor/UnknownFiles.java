package io.vestibule.doctor;

import io.vestibule.base.PhotoId;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.ErasedStore;
import io.vestibule.people.change.PendingErasureStore;
import java.util.Optional;
import java.util.UUID;

/// Says what files of the bucket are that no photo is recorded with.
final class UnknownFiles {

    private final DoctorContext context;
    private final PendingErasureStore pendingErasures;
    private final ErasedStore erased;

    UnknownFiles(DoctorContext context) {
        this.context = context;
        this.pendingErasures = new PendingErasureStore(context.database());
        this.erased = new ErasedStore(context.database());
    }

    /// What an unrecorded file is now; empty if it is known after all.
    Optional<DiscrepancyKind> kind(String key) {
        var photo = photoId(key);
        if (photo.isPresent()) {
            if (context.people().photos().find(photo.get()).isPresent() || pendingErasures.hasPhoto(photo.get())) {
                return Optional.empty();
            }
            if (erased.isErased(photo.get().value())) {
                return Optional.of(DiscrepancyKind.ERASED_FILE);
            }
        }
        return Optional.of(DiscrepancyKind.UNKNOWN_FILE);
    }

    private static Optional<PhotoId> photoId(String key) {
        var name = key.substring(key.lastIndexOf('/') + 1);
        try {
            return Optional.of(new PhotoId(UUID.fromString(name.replace(".jpg", ""))))
                    .filter(id -> PhotoRecord.key(id).equals(key));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
