package io.vestibule.enrol.step;

import io.vestibule.cloud.FaceCollection.AssociateAnswer;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.People;
import io.vestibule.people.Person;
import io.vestibule.store.Database;
import java.util.List;
import java.util.Optional;

/// Writes down what became of each face that was to be associated. Every face of the request ends in one state.
final class Associations {

    static final String FACE_NOT_FOUND = "FACE_NOT_FOUND";
    /// Our own word for a surplus that the service refuses without naming a reason.
    static final String USER_FULL = "USER_FULL";

    private final Database database;
    private final People people;

    Associations(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    /// @param awaitVisible leave faces that the service does not see yet as they are, to be asked for again
    void record(
            Person person,
            CollectionRef collection,
            List<IndexedFace> asked,
            AssociateAnswer answer,
            boolean awaitVisible) {
        database.transaction(() -> {
            for (var face : asked) {
                next(face, answer, awaitVisible).ifPresent(people.collections()::put);
            }
            people.collections()
                    .put(new CollectionUser(
                            person.id(), collection.id(), person.externalId().toString(), answer.userStatus()));
        });
    }

    void full(List<IndexedFace> faces) {
        database.transaction(() -> faces.forEach(face ->
                people.collections().put(face.notAssociated(List.of(USER_FULL), Optional.empty(), Optional.empty()))));
    }

    private static Optional<IndexedFace> next(IndexedFace face, AssociateAnswer answer, boolean awaitVisible) {
        var id = face.faceId().orElseThrow();
        for (var refused : answer.refused()) {
            if (refused.faceId().equals(id)) {
                if (awaitVisible && refused.reasons().contains(FACE_NOT_FOUND)) {
                    return Optional.empty();
                }
                var reasons = refused.reasons().isEmpty() ? List.of(USER_FULL) : refused.reasons();
                return Optional.of(face.notAssociated(reasons, refused.confidence(), refused.holder()));
            }
        }
        // In the list of successes, or in neither list: then it was with this user already.
        return Optional.of(face.in(FaceState.ASSOCIATED));
    }
}
