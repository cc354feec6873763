package io.vestibule.enrol.step;

import io.vestibule.base.PhotoId;
import io.vestibule.base.Problem;
import io.vestibule.enrol.Collections;
import io.vestibule.enrol.Records;
import io.vestibule.enrol.Service;
import io.vestibule.journal.run.Outcome;
import io.vestibule.journal.run.Step;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.PhotoRecord;
import java.util.Optional;
import java.util.function.Function;

/// Brings a photo from where it was kept before to where the service in use can read it.
public final class TransferSteps {

    private final Records records;
    private final Service service;
    private final Collections collections;
    private final Function<String, Optional<byte[]>> before;

    /// @param before finds by its key a photo that the bucket in use does not have
    public TransferSteps(
            Records records, Service service, Collections collections, Function<String, Optional<byte[]>> before) {
        this.records = records;
        this.service = service;
        this.collections = collections;
        this.before = before;
    }

    Outcome carry(Step step) {
        // A photo that was removed meanwhile needs no step any more.
        var known = records.people().photos().find(PhotoId.of(step.subject())).filter(photo -> !photo.removed());
        if (known.isEmpty()) {
            return Outcome.DONE;
        }
        var photo = known.get();
        if (face(photo).state() != FaceState.CAPTURED) {
            return Outcome.DONE;
        }
        if (service.bucket().get(photo.key()).isEmpty()) {
            var bytes = bytes(photo);
            if (bytes.isEmpty()) {
                return new Outcome.Park(Problem.of("enrol.photo-lost"));
            }
            service.bucket().put(photo.key(), bytes.get());
        }
        records.database().transaction(() -> {
            records.people().photos().hold(photo.id());
            records.people().photos().stored(photo.id());
            var face = face(photo);
            if (face.state() == FaceState.CAPTURED) {
                records.people().collections().put(face.in(FaceState.STORED));
            }
        });
        return Outcome.DONE;
    }

    private Optional<byte[]> bytes(PhotoRecord photo) {
        return records.people().photos().waiting(photo.id()).or(() -> before.apply(photo.key()));
    }

    private IndexedFace face(PhotoRecord photo) {
        var collection = collections.ofCompany(photo.company()).id();
        return records.people()
                .collections()
                .face(photo.id(), collection)
                .orElseGet(() -> IndexedFace.captured(photo.id(), collection));
    }
}
