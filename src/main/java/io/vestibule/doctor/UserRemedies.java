package io.vestibule.doctor;

import static io.vestibule.doctor.DiscrepancyState.LEFT;
import static io.vestibule.doctor.DiscrepancyState.SETTLED;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.journal.run.Step;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.FaceState;
import io.vestibule.people.Person;
import io.vestibule.people.change.PendingErasureStore;
import java.util.Optional;

/// Remedies for users.
final class UserRemedies {

    private static final String CREATED = "CREATED";

    private final RemedyContext remedies;
    private final DoctorContext context;

    UserRemedies(RemedyContext remedies) {
        this.remedies = remedies;
        this.context = remedies.records();
    }

    static void saveUser(DoctorContext context, Person person, CollectionRef collection) {
        if (context.people().collections().user(person.id(), collection.id()).isEmpty()) {
            context.people()
                    .collections()
                    .saveUser(new CollectionUser(person.id(), collection.id(), person.externalId(), CREATED));
        }
    }

    /// Deletes the record of a user whom the service does not know. A person with faces gets a new user.
    void forgetIfGone(Person person, CollectionRef collection) {
        try {
            var _ = remedies.faces().listFaces(collection.externalId(), Optional.of(person.externalId()));
        } catch (CloudException e) {
            if (!(e.failure() instanceof CloudFailure.NotFound)) {
                throw e;
            }
            context.people().collections().deleteUser(person.id(), collection.id());
        }
    }

    DiscrepancyState follow(Person person) {
        remedies.enrolments().follow(person.id());
        return SETTLED;
    }

    /// Only a user of this program who still has no face, neither in the records nor in the collection.
    DiscrepancyState delete(Step step, Person person, CollectionRef collection) {
        var user = person.externalId();
        var known = context.people().collections();
        boolean used = known.isAdopted(person.id(), collection.id())
                || known.faces(person.id(), collection.id()).stream()
                        .anyMatch(face -> face.state() == FaceState.ASSOCIATED || face.state() == FaceState.INDEXED);
        if (used || hasFaces(user, collection)) {
            return LEFT;
        }
        remedies.faces().deleteUser(collection.externalId(), user, step.tokenFor(collection.externalId(), user));
        known.deleteUser(person.id(), collection.id());
        return SETTLED;
    }

    /// A user of another program, if nobody here has adopted it meanwhile.
    DiscrepancyState deleteUnknown(Step step, Discrepancy what, CollectionRef collection) {
        boolean known = context.personOf(what.subject(), collection).isPresent()
                || new PendingErasureStore(context.database()).hasUser(collection.id(), what.subject());
        // Without any recorded face the records, not the collection, have lost something.
        if (known || context.scan().countFaces(collection.id()) == 0) {
            return LEFT;
        }
        remedies.faces()
                .deleteUser(
                        collection.externalId(),
                        what.subject(),
                        step.tokenFor(collection.externalId(), what.subject()));
        return SETTLED;
    }

    private boolean hasFaces(String user, CollectionRef collection) {
        try {
            return !remedies.faces()
                    .listFaces(collection.externalId(), Optional.of(user))
                    .isEmpty();
        } catch (CloudException e) {
            if (e.failure() instanceof CloudFailure.NotFound) {
                return false;
            }
            throw e;
        }
    }
}
