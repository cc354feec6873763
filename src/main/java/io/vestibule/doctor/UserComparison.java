package io.vestibule.doctor;

import io.vestibule.base.PersonId;
import io.vestibule.cloud.FaceCollection;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.RecordedUser;
import io.vestibule.people.change.PendingErasureStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Compares the recorded users with those of the collection.
final class UserComparison implements MergeJoin.Matches<RecordedUser, ListedUser> {

    /// A user is settled within seconds; the list may lag behind by some more.
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private final DoctorContext context;
    private final FaceCollection faces;
    private final CollectionRef collection;
    private final Instant settled;
    private final DiscrepancyCollector found;
    private final PendingErasureStore pendingErasures;

    UserComparison(
            DoctorContext context,
            FaceCollection faces,
            CollectionRef collection,
            Instant started,
            DiscrepancyCollector found) {
        this.context = context;
        this.faces = faces;
        this.collection = collection;
        this.settled = started.minus(SETTLED);
        this.found = found;
        this.pendingErasures = new PendingErasureStore(context.database());
    }

    @Override
    public void onlyOurs(RecordedUser ours) {
        if (isSettled(ours)) {
            add(DiscrepancyKind.USER_MISSING, ours);
        }
    }

    @Override
    public void onlyTheirs(ListedUser theirs) {
        var person = context.personOf(theirs.id(), collection);
        if (person.isPresent()) {
            if (person.get().removed().isEmpty() && !context.isBusy(person.get().id())) {
                found.add(Discrepancy.of(DiscrepancyKind.RECORD_BEHIND, theirs.id())
                        .of(person.get().id()));
            }
        } else if (!pendingErasures.hasUser(collection.id(), theirs.id())) {
            found.add(Discrepancy.of(DiscrepancyKind.UNKNOWN_USER, theirs.id()));
        }
    }

    @Override
    public void both(RecordedUser ours, ListedUser theirs) {
        kind(ours, theirs).filter(_ -> !ours.leaving()).ifPresent(kind -> add(kind, ours));
    }

    private Optional<DiscrepancyKind> kind(RecordedUser ours, ListedUser theirs) {
        if (ours.faces() == 0 && !ours.adopted() && isSettled(ours) && hasNoFace(ours.userId())) {
            return Optional.of(DiscrepancyKind.USER_WITHOUT_FACES);
        }
        boolean active = theirs.status().equals(CollectionUser.ACTIVE);
        if (active && !ours.status().equals(CollectionUser.ACTIVE)) {
            return Optional.of(DiscrepancyKind.RECORD_BEHIND);
        }
        return !active && ours.faces() > 0 && isSettled(ours)
                ? Optional.of(DiscrepancyKind.USER_STUCK)
                : Optional.empty();
    }

    private boolean hasNoFace(String user) {
        return faces.listFaces(collection.externalId(), Optional.of(user)).isEmpty();
    }

    private boolean isSettled(RecordedUser user) {
        return !user.leaving() && user.changed().isBefore(settled);
    }

    private void add(DiscrepancyKind kind, RecordedUser user) {
        PersonId person = user.person();
        if (!context.isBusy(person)) {
            found.add(Discrepancy.of(kind, user.userId()).of(person));
        }
    }
}
