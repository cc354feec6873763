package io.vestibule.enrol.step;

import io.vestibule.base.PhotoId;
import io.vestibule.cloud.FaceCollection;
import io.vestibule.enrol.Collections;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.Service;
import io.vestibule.enrol.StepKind;
import io.vestibule.journal.Outcome;
import io.vestibule.journal.Step;
import io.vestibule.journal.StepHandler;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.People;
import io.vestibule.people.PhotoRecord;
import io.vestibule.store.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Steps whose subject is one photo: into the bucket, into the collection.
final class PhotoSteps {

    /// Our own word for the answer "200, and no face at all".
    static final String NO_FACE = "NO_FACE";

    private final Database database;
    private final People people;
    private final Service service;
    private final Collections collections;
    private final Supplier<EnrolSettings> settings;

    PhotoSteps(
            Database database,
            People people,
            Service service,
            Collections collections,
            Supplier<EnrolSettings> settings) {
        this.database = database;
        this.people = people;
        this.service = service;
        this.collections = collections;
        this.settings = settings;
    }

    Map<String, StepHandler> handlers() {
        return Map.of(
                StepKind.STORE_PHOTO, new Steps.Attempt(this::store),
                StepKind.INDEX_PHOTO, new Steps.Attempt(this::index));
    }

    private Outcome store(Step step) {
        var known = photo(step);
        if (known.isEmpty()) {
            return Outcome.DONE;
        }
        var photo = known.get();
        var waiting = people.photos().waiting(photo.id());
        if (waiting.isEmpty()) {
            return Outcome.DONE;
        }
        service.bucket().put(photo.key(), waiting.get());
        database.transaction(() -> {
            people.photos().stored(photo.id());
            people.collections().put(face(photo).in(FaceState.STORED));
        });
        return Outcome.DONE;
    }

    private Outcome index(Step step) {
        var known = photo(step);
        if (known.isEmpty()) {
            return Outcome.DONE;
        }
        var photo = known.get();
        var face = face(photo);
        if (face.state() != FaceState.STORED) {
            return Outcome.DONE;
        }
        var collection = collections.ofCompany(photo.company());
        var answer = service.faces()
                .index(
                        collection.externalId(),
                        service.image(photo),
                        photo.id().toString(),
                        1,
                        settings.get().filter());
        people.collections().put(next(face, answer));
        return Outcome.DONE;
    }

    private static IndexedFace next(IndexedFace face, FaceCollection.IndexAnswer answer) {
        if (!answer.indexed().isEmpty()) {
            var indexed = answer.indexed().getFirst();
            return face.indexed(indexed.faceId(), indexed.imageId(), indexed.modelVersion());
        }
        var reasons = answer.unindexed().stream()
                .flatMap(unindexed -> unindexed.reasons().stream())
                .distinct()
                .toList();
        return face.refused(reasons.isEmpty() ? List.of(NO_FACE) : reasons);
    }

    private Optional<PhotoRecord> photo(Step step) {
        // A photo that was removed meanwhile needs no step any more.
        return people.photos().find(PhotoId.of(step.subject()));
    }

    private IndexedFace face(PhotoRecord photo) {
        var collection = collections.ofCompany(photo.company()).id();
        return people.collections()
                .face(photo.id(), collection)
                .orElseGet(() -> IndexedFace.captured(photo.id(), collection));
    }
}
