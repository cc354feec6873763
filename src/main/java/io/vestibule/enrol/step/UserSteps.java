package io.vestibule.enrol.step;

import io.vestibule.base.Problem;
import io.vestibule.enrol.FaceService;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.PeopleStores;
import io.vestibule.people.Person;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Steps whose subject is one person: create the user, associate its first face, then the others, and poll until it
/// is ACTIVE.
final class UserSteps {

    private static final int FACES_A_CALL = 100;
    private static final Duration MAX_POLL_DELAY = Duration.ofSeconds(5);

    private final PeopleStores peopleStores;
    private final FaceService faceService;
    private final FaceAssociator faceAssociator;

    UserSteps(PeopleStores peopleStores, FaceService faceService, FaceAssociator faceAssociator) {
        this.peopleStores = peopleStores;
        this.faceService = faceService;
        this.faceAssociator = faceAssociator;
    }

    StepOutcome createUser(Step step, Person person, CollectionRef collection) {
        var usable = faces(person, collection).stream()
                .anyMatch(face -> face.faceId().isPresent());
        if (!usable) {
            // The service accepted no photo: the person needs another one, and a user without faces would never be
            // found.
            return new StepOutcome.EndJob();
        }
        var userId = person.externalId();
        if (peopleStores.collections().user(person.id(), collection.id()).isEmpty()) {
            faceService
                    .faces()
                    .createUser(collection.externalId(), userId, step.tokenFor(collection.externalId(), userId));
            peopleStores.collections().saveUser(new CollectionUser(person.id(), collection.id(), userId, "CREATED"));
        }
        return StepOutcome.DONE;
    }

    /// The service checks no similarity while a user has no face, so the first associated face defines the person.
    /// Only one face is associated first, the one that is closest to all the others.
    StepOutcome associateFirst(Step step, Person person, CollectionRef collection) {
        var all = faces(person, collection);
        if (all.stream().anyMatch(face -> face.state() == FaceState.ASSOCIATED)) {
            return StepOutcome.DONE;
        }
        for (var face : indexed(all)) {
            var stepOutcome = faceAssociator.associate(step, person, collection, List.of(face));
            if (!(stepOutcome instanceof StepOutcome.Done)) {
                return stepOutcome;
            }
            if (peopleStores
                    .collections()
                    .face(face.photo(), collection.id())
                    .filter(now -> now.state() == FaceState.ASSOCIATED)
                    .isPresent()) {
                return StepOutcome.DONE;
            }
        }
        return StepOutcome.DONE;
    }

    StepOutcome associateRest(Step step, Person person, CollectionRef collection) {
        var waiting = indexed(faces(person, collection));
        for (int from = 0; from < waiting.size(); from += FACES_A_CALL) {
            var some = waiting.subList(from, Math.min(waiting.size(), from + FACES_A_CALL));
            var stepOutcome = faceAssociator.associate(step, person, collection, some);
            if (!(stepOutcome instanceof StepOutcome.Done)) {
                return stepOutcome;
            }
        }
        return StepOutcome.DONE;
    }

    StepOutcome pollStatus(Step step, Person person, CollectionRef collection) {
        var associated = faces(person, collection).stream()
                .filter(face -> face.state() == FaceState.ASSOCIATED)
                .findFirst()
                .flatMap(IndexedFace::faceId);
        if (associated.isEmpty()) {
            return StepOutcome.DONE;
        }
        var userId = person.externalId();
        // One search for this user: listing the collection would read up to a million users.
        Optional<String> status = faceService.faces().statusOf(collection.externalId(), userId, associated.get());
        status.ifPresent(seen ->
                peopleStores.collections().saveUser(new CollectionUser(person.id(), collection.id(), userId, seen)));
        if (status.filter(CollectionUser.ACTIVE::equals).isPresent()) {
            return StepOutcome.DONE;
        }
        return new StepOutcome.RetryLater(Problem.of("enrol.updating"), pollDelay(step.attempts()), true);
    }

    /// 200, 400, 800, ... milliseconds, at most five seconds: a quick update is seen at once, and a slow one costs few
    /// calls, which Amazon charges for.
    private static Duration pollDelay(int attempts) {
        var millis = (long) (200 * Math.pow(2, Math.min(attempts, 10)));
        return Duration.ofMillis(Math.min(MAX_POLL_DELAY.toMillis(), millis));
    }

    private List<IndexedFace> faces(Person person, CollectionRef collection) {
        return peopleStores.collections().faces(person.id(), collection.id());
    }

    /// Indexed faces that no user has. A face that is still associated with another user has a step of its own.
    private static List<IndexedFace> indexed(List<IndexedFace> faces) {
        return faces.stream()
                .filter(face ->
                        face.state() == FaceState.INDEXED && face.holder().isEmpty())
                .toList();
    }
}
