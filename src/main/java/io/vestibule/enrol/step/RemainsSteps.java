package io.vestibule.enrol.step;

import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.FaceCollection.StoredFace;
import io.vestibule.enrol.Records;
import io.vestibule.enrol.Service;
import io.vestibule.journal.run.Outcome;
import io.vestibule.journal.run.Step;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.Remains;
import io.vestibule.people.change.RemainsStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Erases what is left of people in collections that were not in use when they went: as soon as the collection can be
/// reached, which for one behind another connection is when that is used again.
public final class RemainsSteps {

    private static final Duration BETWEEN = Duration.ofHours(1);

    private final Records records;
    private final RemainsStore remains;
    private final Function<CollectionRef, Optional<Service>> reach;

    /// @param reach the service that has a collection, if it can be asked now
    public RemainsSteps(Records records, Function<CollectionRef, Optional<Service>> reach) {
        this.records = records;
        this.remains = new RemainsStore(records.database());
        this.reach = reach;
    }

    /// What waited for a connection that is in use now need not wait any longer. Called at every start.
    public void resume() {
        remains.all().stream()
                .filter(left -> reach.apply(left.collection()).isPresent())
                .flatMap(left -> records.journal().openFor(left.id().toString()).stream())
                .map(Step::job)
                .distinct()
                .forEach(records.journal()::hasten);
    }

    Outcome erase(Step step) {
        var known = remains.find(UUID.fromString(step.subject()));
        if (known.isEmpty()) {
            return Outcome.DONE;
        }
        var left = known.get();
        var service = reach.apply(left.collection());
        return service.isPresent()
                ? erase(step, left, service.get())
                : new Outcome.Later(
                        Problem.of(
                                "enrol.waits-for-connection",
                                left.collection().profile(),
                                left.collection().region()),
                        BETWEEN,
                        true);
    }

    private Outcome erase(Step step, Remains left, Service service) {
        var faces = new FaceErasure(service.faces());
        var collection = left.collection().externalId();
        var ids = faceIds(left, service, faces);
        faces.disassociate(step, left.user(), collection, ids);
        var deleted = delete(step, collection, ids, faces);
        if (!(deleted instanceof Outcome.Done)) {
            return deleted;
        }
        if (left.whole()) {
            FaceErasure.unlessGone(() -> service.faces().deleteUser(collection, left.user(), step.token()));
        }
        left.photos().forEach(photo -> service.bucket().delete(PhotoRecord.key(photo.photo())));
        records.database().transaction(() -> {
            remains.delete(left.id());
            records.log().append("person.erased-elsewhere", left.id().toString());
        });
        return Outcome.DONE;
    }

    /// A collection that was deleted as a whole has nothing left.
    private static Outcome delete(Step step, String collection, List<String> ids, FaceErasure faces) {
        try {
            return faces.delete(step, collection, ids);
        } catch (CloudException e) {
            if (e.failure() instanceof CloudFailure.CollectionGone) {
                return Outcome.DONE;
            }
            throw e;
        }
    }

    /// Those that were noted, those that lie there under the id of a photo, and where the user goes, those that others
    /// gave it; but none that a photo of ours has.
    private List<String> faceIds(Remains left, Service service, FaceErasure faces) {
        var ids = new ArrayList<String>();
        left.photos().forEach(photo -> photo.face().ifPresent(ids::add));
        if (left.whole()) {
            add(ids, faces.of(left.collection().externalId(), left.user()));
        }
        var uncertain = left.photos().stream()
                .filter(photo -> photo.face().isEmpty())
                .map(photo -> photo.photo().toString())
                .toList();
        if (!uncertain.isEmpty()) {
            FaceErasure.unlessGone(() -> add(
                    ids,
                    service.faces().faces(left.collection().externalId(), Optional.empty()).stream()
                            .filter(face -> uncertain.contains(face.externalImageId()))
                            .map(StoredFace::faceId)
                            .toList()));
        }
        return records.people().collections().unknown(left.collection().id(), ids);
    }

    private static void add(List<String> ids, List<String> more) {
        more.stream().filter(id -> !ids.contains(id)).forEach(ids::add);
    }
}
