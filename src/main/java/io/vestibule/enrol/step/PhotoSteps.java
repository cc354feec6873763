package io.vestibule.enrol.step;

import io.vestibule.cloud.FaceCollection;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.Records;
import io.vestibule.enrol.Refusal;
import io.vestibule.enrol.Service;
import io.vestibule.journal.run.Outcome;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepState;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.People;
import java.util.List;
import java.util.function.Supplier;

/// Steps whose subject is one photo: into the bucket, into the collection.
final class PhotoSteps {

    private final Records records;
    private final People people;
    private final Service service;
    private final Subjects subjects;
    private final Supplier<EnrolSettings> settings;

    PhotoSteps(Records records, Service service, Subjects subjects, Supplier<EnrolSettings> settings) {
        this.records = records;
        this.people = records.people();
        this.service = service;
        this.subjects = subjects;
        this.settings = settings;
    }

    Outcome store(Step step, Subjects.Photo photo) {
        var id = photo.row().id();
        var waiting = people.photos().waiting(id);
        if (waiting.isEmpty()) {
            return Outcome.DONE;
        }
        service.bucket().put(photo.row().key(), waiting.get());
        records.database().transaction(() -> {
            people.photos().hold(id);
            people.photos().stored(id);
            var face = subjects.face(photo);
            if (face.state() == FaceState.CAPTURED) {
                people.collections().put(face.in(FaceState.STORED));
            }
        });
        return Outcome.DONE;
    }

    Outcome index(Step step, Subjects.Photo photo) {
        if (subjects.face(photo).state() != FaceState.STORED) {
            return Outcome.DONE;
        }
        var id = photo.row().id();
        var answer = service.faces()
                .index(
                        photo.collection().externalId(),
                        service.image(photo.row()),
                        id.toString(),
                        1,
                        settings.get().filter());
        records.database().transaction(() -> {
            people.photos().hold(id);
            var face = subjects.face(photo);
            // Another job about the same photo may have been quicker, and further.
            if (face.state() == FaceState.STORED) {
                people.collections().put(next(face, answer));
            }
        });
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
        return face.refused(reasons.isEmpty() ? List.of(Refusal.NO_FACE) : reasons);
    }

    Outcome goOn(Step step) {
        records.journal().openFor(step.subject()).stream()
                .filter(open -> open.state() == StepState.PARKED)
                .forEach(parked -> records.journal().hasten(parked.job()));
        return Outcome.DONE;
    }
}
