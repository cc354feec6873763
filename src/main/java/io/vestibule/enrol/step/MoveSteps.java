package io.vestibule.enrol.step;

import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.enrol.Records;
import io.vestibule.enrol.Refusal;
import io.vestibule.enrol.Service;
import io.vestibule.journal.run.Outcome;
import io.vestibule.journal.run.Step;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.People;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Steps that bring one face to the user of the person whose photo it is, wherever it is now.
final class MoveSteps {

    /// Takes every face: for one that was with the same user before.
    private static final float UNCHECKED = 0;
    /// Confidences are told rounded; a face must not fail by the last digit of its own.
    private static final float ROUNDING = .1f;

    private static final Duration JOINING_PAUSE = Duration.ofSeconds(1);

    private final Records records;
    private final People people;
    private final Service service;
    private final Subjects subjects;
    private final Associations associations;

    MoveSteps(Records records, Service service, Subjects subjects, Associations associations) {
        this.records = records;
        this.people = records.people();
        this.service = service;
        this.subjects = subjects;
        this.associations = associations;
    }

    Outcome free(Step step, Subjects.Photo photo) {
        var face = subjects.face(photo);
        var own = photo.person().externalId().toString();
        var other = face.holder().filter(holder -> face.state() == FaceState.INDEXED && !holder.equals(own));
        if (other.isEmpty()) {
            return Outcome.DONE;
        }
        try {
            service.faces()
                    .disassociate(
                            photo.collection().externalId(),
                            other.get(),
                            List.of(face.faceId().orElseThrow()),
                            step.token() + "-f");
        } catch (CloudException e) {
            if (!(e.failure() instanceof CloudFailure.NotFound)) {
                throw e;
            }
            // That user is gone, and so has no face any more.
        }
        records.database().transaction(() -> {
            people.photos().hold(face.photo());
            var now = subjects.face(photo);
            if (now.faceId().equals(face.faceId()) && now.holder().equals(other)) {
                people.collections().put(now.heldBy(Optional.empty()));
            }
        });
        return Outcome.DONE;
    }

    Outcome join(Step step, Subjects.Photo photo) {
        var face = subjects.face(photo);
        var again = face.state() == FaceState.NOT_ASSOCIATED && face.reasons().contains(Refusal.USER_FULL);
        if (face.state() == FaceState.INDEXED || again) {
            return associations.associate(step, photo.person(), photo.collection(), List.of(face));
        }
        return Outcome.DONE;
    }

    Outcome giveBack(Step step, Subjects.Photo photo) {
        var freed = free(step, photo);
        var face = subjects.face(photo);
        var out = face.state() == FaceState.INDEXED || face.state() == FaceState.NOT_ASSOCIATED;
        return freed instanceof Outcome.Done && out && face.faceId().isPresent()
                ? associations.associate(step, photo.person(), photo.collection(), List.of(face), UNCHECKED)
                : freed;
    }

    Outcome accept(Step step, Subjects.Photo photo) {
        var face = subjects.face(photo);
        if (!lowMatch(face)) {
            return Outcome.DONE;
        }
        var threshold = Math.max(0, face.confidence().orElse(0f) - ROUNDING);
        return associations.associate(step, photo.person(), photo.collection(), List.of(face), threshold);
    }

    private static boolean lowMatch(IndexedFace face) {
        return face.state() == FaceState.NOT_ASSOCIATED && face.reasons().contains(Refusal.LOW_MATCH_CONFIDENCE);
    }

    /// Somebody who was merged stays in the collection until each of their photos has come to an end.
    Outcome checkJoined(Step step, Subjects.Photo photo) {
        return switch (subjects.face(photo).state()) {
            case CAPTURED, STORED, INDEXED -> new Outcome.Later(Problem.of("enrol.still-joining"), JOINING_PAUSE, true);
            case NOT_ASSOCIATED -> new Outcome.Park(Problem.of("enrol.merge-refused"));
            case ASSOCIATED, REFUSED -> Outcome.DONE;
        };
    }
}
