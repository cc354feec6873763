package io.vestibule.doctor;

import static io.vestibule.doctor.DiscrepancyState.LEFT;
import static io.vestibule.doctor.DiscrepancyState.SETTLED;

import io.vestibule.base.Sha256;
import io.vestibule.people.CollectionRef;
import java.util.Optional;

/// Remedies for files of the bucket.
final class FileRemedies {

    private final RemedyContext remedies;
    private final DoctorContext context;

    FileRemedies(RemedyContext remedies) {
        this.remedies = remedies;
        this.context = remedies.records();
    }

    /// The bytes are stored only if they are those of the photo.
    DiscrepancyState restore(Discrepancy what) {
        var photo = context.people().photos().find(what.photo().orElseThrow()).filter(known -> !known.removed());
        if (photo.isEmpty() || remedies.bucket().get(photo.get().key()).isPresent()) {
            return SETTLED;
        }
        Optional<byte[]> bytes = remedies.photoBytes()
                .apply(photo.get())
                .filter(found -> Sha256.hex(found).equals(photo.get().sha256()));
        bytes.ifPresent(found -> remedies.bucket().put(photo.get().key(), found));
        return bytes.isPresent() ? SETTLED : LEFT;
    }

    DiscrepancyState delete(Discrepancy what, CollectionRef collection) {
        boolean same = new UnknownFiles(context).kind(what.subject()).equals(Optional.of(what.kind()));
        // Without any photo of the company the records, not the bucket, have lost something.
        if (!same || context.people().photos().count(collection.company()) == 0) {
            return LEFT;
        }
        remedies.bucket().delete(what.subject());
        return SETTLED;
    }
}
