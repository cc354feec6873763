package io.vestibule.enrol.step;

import io.vestibule.base.Problem;
import io.vestibule.enrol.Service;
import io.vestibule.journal.run.Outcome;
import io.vestibule.journal.run.Step;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.People;
import io.vestibule.people.Person;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Steps whose subject is one person: the user, its first face, the others, and until it is ACTIVE.
final class UserSteps {

    private static final int FACES_A_CALL = 100;
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

    private final People people;
    private final Service service;
    private final Associations associations;
    private final UserStatuses statuses;

    UserSteps(People people, Service service, Associations associations, UserStatuses statuses) {
        this.people = people;
        this.service = service;
        this.associations = associations;
        this.statuses = statuses;
    }

    Outcome createUser(Step step, Person person, CollectionRef collection) {
        var usable = faces(person, collection).stream()
                .anyMatch(face -> face.faceId().isPresent());
        if (!usable) {
            // The service accepted no photo: the person needs another one, and an empty user would never be found.
            return new Outcome.End();
        }
        var userId = person.externalId().toString();
        if (people.collections().user(person.id(), collection.id()).isEmpty()) {
            service.faces().createUser(collection.externalId(), userId, step.token());
            people.collections().put(new CollectionUser(person.id(), collection.id(), userId, "CREATED"));
        }
        return Outcome.DONE;
    }

    /// The service checks nothing while a user has no face: whatever is associated first is who the person is. So
    /// that is one face alone, the one closest to all the others.
    Outcome associateFirst(Step step, Person person, CollectionRef collection) {
        var all = faces(person, collection);
        if (all.stream().anyMatch(face -> face.state() == FaceState.ASSOCIATED)) {
            return Outcome.DONE;
        }
        for (var face : indexed(all)) {
            var outcome = associations.associate(step, person, collection, List.of(face));
            if (!(outcome instanceof Outcome.Done)) {
                return outcome;
            }
            if (people.collections()
                    .face(face.photo(), collection.id())
                    .filter(now -> now.state() == FaceState.ASSOCIATED)
                    .isPresent()) {
                return Outcome.DONE;
            }
        }
        return Outcome.DONE;
    }

    Outcome associateRest(Step step, Person person, CollectionRef collection) {
        var waiting = indexed(faces(person, collection));
        for (int from = 0; from < waiting.size(); from += FACES_A_CALL) {
            var some = waiting.subList(from, Math.min(waiting.size(), from + FACES_A_CALL));
            var outcome = associations.associate(step, person, collection, some);
            if (!(outcome instanceof Outcome.Done)) {
                return outcome;
            }
        }
        return Outcome.DONE;
    }

    Outcome follow(Step step, Person person, CollectionRef collection) {
        var associated = faces(person, collection).stream()
                .filter(face -> face.state() == FaceState.ASSOCIATED)
                .findFirst()
                .flatMap(IndexedFace::faceId);
        if (associated.isEmpty()) {
            return Outcome.DONE;
        }
        var userId = person.externalId().toString();
        Optional<String> status = statuses.of(collection.externalId(), userId, associated.get());
        status.ifPresent(
                seen -> people.collections().put(new CollectionUser(person.id(), collection.id(), userId, seen)));
        if (status.filter(CollectionUser.ACTIVE::equals).isPresent()) {
            return Outcome.DONE;
        }
        return new Outcome.Later(Problem.of("enrol.updating"), look(step.attempts()), true);
    }

    /// 200, 300, 450, ... milliseconds: seen at once when quick, cheap when slow.
    private static Duration look(int attempts) {
        var millis = (long) (200 * Math.pow(1.5, Math.min(attempts, 10)));
        return Duration.ofMillis(Math.min(LONGEST_LOOK.toMillis(), millis));
    }

    private List<IndexedFace> faces(Person person, CollectionRef collection) {
        return people.collections().faces(person.id(), collection.id());
    }

    /// Those that nobody has. A face that is still with somebody else has a step of its own.
    private static List<IndexedFace> indexed(List<IndexedFace> faces) {
        return faces.stream()
                .filter(face ->
                        face.state() == FaceState.INDEXED && face.holder().isEmpty())
                .toList();
    }
}
