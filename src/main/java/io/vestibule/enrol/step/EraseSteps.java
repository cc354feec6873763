package io.vestibule.enrol.step;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.Problem;
import io.vestibule.cloud.FaceCollection.StoredFace;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.enrol.FaceService;
import io.vestibule.journal.Journal;
import io.vestibule.journal.run.Backoff;
import io.vestibule.journal.run.NewStep;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.journal.run.StepState;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.PeopleStores;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.ErasedStore;
import io.vestibule.people.change.PendingErasureStore;
import io.vestibule.store.ItemLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Steps that erase a person, or one photo, everywhere. The order matters: the service does not delete associated
/// faces, and if the record were deleted first, its faces would stay in the collection without any record of them.
final class EraseSteps {

    private final EnrolContext context;
    private final PeopleStores peopleStores;
    private final FaceService faceService;
    private final CompanyCollections companyCollections;
    private final FaceErasure faces;
    private final PendingErasureStore pendingErasures;
    private final ErasedStore erased;
    private final ErasureCheckSteps checks;
    private final SuppressionWriter suppression;

    EraseSteps(
            EnrolContext enrolContext,
            FaceService faceService,
            CompanyCollections companyCollections,
            ErasureCheckSteps checks,
            SuppressionWriter suppression) {
        this.context = enrolContext;
        this.peopleStores = enrolContext.people();
        this.faceService = faceService;
        this.companyCollections = companyCollections;
        this.faces = new FaceErasure(faceService.faces());
        this.pendingErasures = new PendingErasureStore(enrolContext.database());
        this.erased = new ErasedStore(enrolContext.database());
        this.checks = checks;
        this.suppression = suppression;
    }

    StepOutcome disassociate(Step step, Person person, CollectionRef collection) {
        var user = person.externalId();
        var known = faceIds(person, collection);
        faces.disassociate(step, user, collection.externalId(), known);
        // Faces that this user had before the person was adopted: no photo of them is stored here. The face of a
        // photo that was moved to another person, but is still associated with this user in the collection, is not
        // one of them.
        var others = peopleStores
                .collections()
                .unknownFaceIds(collection.id(), faces.listFaceIds(collection.externalId(), user));
        faces.disassociate(step, user, collection.externalId(), others);
        faces.delete(step, collection.externalId(), others);
        return StepOutcome.DONE;
    }

    StepOutcome deleteFaces(Step step, Person person, CollectionRef collection) {
        return faces.delete(step, collection.externalId(), faceIds(person, collection));
    }

    StepOutcome deleteUser(Step step, Person person, CollectionRef collection) {
        faceService
                .faces()
                .deleteUser(
                        collection.externalId(),
                        person.externalId(),
                        step.tokenFor(collection.externalId(), person.externalId()));
        return StepOutcome.DONE;
    }

    /// The user stays if the person got a photo in the meantime.
    StepOutcome deleteEmptyUser(Step step, Person person, CollectionRef collection) {
        var empty = peopleStores.photos().findByPersonWithRemoved(person.id()).isEmpty()
                && !peopleStores.collections().isAdopted(person.id(), collection.id())
                && faces.listFaceIds(collection.externalId(), person.externalId())
                        .isEmpty();
        if (empty) {
            FaceErasure.ignoreNotFound(() -> faceService
                    .faces()
                    .deleteUser(
                            collection.externalId(),
                            person.externalId(),
                            step.tokenFor(collection.externalId(), person.externalId())));
            peopleStores.collections().deleteUser(person.id(), collection.id());
        }
        return StepOutcome.DONE;
    }

    StepOutcome deletePerson(Step step, Person person, CollectionRef collection) {
        var photos = peopleStores.photos().findByPersonWithRemoved(person.id());
        ItemLoop.forEachThenThrow(photos, photo -> faceService.bucket().delete(photo.key()));
        var faceIds = photos.stream()
                .flatMap(photo -> peopleStores.collections().face(photo.id(), collection.id()).stream())
                .flatMap(face -> face.faceId().stream())
                .toList();
        context.database().transaction(() -> {
            var elsewhere =
                    pendingErasures.add(person, collection.id(), context.clock().instant());
            addPendingErasures(person.company(), elsewhere);
            checks.begin(step, person, photos, collection, faceIds, elsewhere.size());
            if (isRemoval(step)) {
                suppression.add(context, person, photos);
                erased.add(ids(person, photos), context.clock().instant());
            }
            peopleStores.persons().delete(person.id());
        });
        photos.forEach(photo -> retryParked(context.journal(), photo.id()));
        return StepOutcome.DONE;
    }

    /// Somebody who was merged is not erased: their photos are those of the other person now.
    private boolean isRemoval(Step step) {
        return context.journal().steps(step.job()).stream().anyMatch(EnrolStep.DISASSOCIATE::is);
    }

    /// The photos too: a backup may have them with somebody else, from whom they were moved since.
    private static List<UUID> ids(Person person, List<PhotoRecord> photos) {
        return Stream.concat(
                        Stream.of(person.id().value()),
                        photos.stream().map(photo -> photo.id().value()))
                .toList();
    }

    /// Collections that are not in use still have the data: jobs of their own erase it when the collection can be
    /// reached.
    private void addPendingErasures(CompanyId company, List<UUID> noted) {
        noted.forEach(id -> context.journal()
                .add(company, List.of(new NewStep(EnrolStep.ERASE_ELSEWHERE, id.toString())), Duration.ZERO));
    }

    StepOutcome erasePhoto(Step step) {
        return peopleStores
                .photos()
                .find(PhotoId.of(step.subject()))
                .map(photo -> erase(step, photo))
                .orElse(StepOutcome.DONE);
    }

    private StepOutcome erase(Step step, PhotoRecord photo) {
        var person = peopleStores.persons().find(photo.person()).orElseThrow();
        var collection = companyCollections.getOrCreateById(photo.company());
        var ids = faceIdsOf(List.of(photo), collection);
        faces.disassociate(step, person.externalId(), collection.externalId(), ids);
        var deleted = faces.delete(step, collection.externalId(), ids);
        if (deleted instanceof StepOutcome.Done) {
            faceService.bucket().delete(photo.key());
            context.database().transaction(() -> {
                addPendingErasures(
                        person.company(),
                        pendingErasures.add(
                                photo, person, collection.id(), context.clock().instant()));
                erased.add(List.of(photo.id().value()), context.clock().instant());
                peopleStores.photos().delete(photo.id());
            });
            retryParked(context.journal(), photo.id());
        }
        return deleted;
    }

    /// Retries jobs that are parked until this photo is settled, since it is erased now.
    private static void retryParked(Journal journal, PhotoId photo) {
        journal.openStepsFor(photo.toString()).stream()
                .filter(open -> EnrolStep.CHECK_JOINED.is(open) && open.state() == StepState.PARKED)
                .forEach(parked -> journal.retryNow(parked.job()));
    }

    StepOutcome dropReplaced(Step step) {
        var known = peopleStores.photos().find(PhotoId.of(step.subject()));
        if (known.isEmpty()) {
            return StepOutcome.DONE;
        }
        var collection =
                companyCollections.getOrCreateById(known.get().company()).id();
        var fresh = context.journal().steps(step.job()).stream()
                .filter(other -> EnrolStep.INDEX_PHOTO.is(other) || EnrolStep.CHECK_JOINED.is(other))
                .map(other -> peopleStores.collections().face(PhotoId.of(other.subject()), collection))
                .toList();
        // A photo may still be on its way, for instance while the service cannot be reached.
        if (fresh.stream()
                .flatMap(Optional::stream)
                .anyMatch(face -> face.state().isInProgress())) {
            return new StepOutcome.RetryLater(Problem.of("enrol.still-joining"), Backoff.delay(step.attempts()), true);
        }
        var allInUse = fresh.stream()
                .allMatch(face ->
                        face.filter(one -> one.state() == FaceState.ASSOCIATED).isPresent());
        if (fresh.isEmpty() || !allInUse || context.hold(known.get().person()).isPresent()) {
            return StepOutcome.DONE;
        }
        context.database().transaction(() -> {
            peopleStores
                    .photos()
                    .setRemoved(known.get().id(), Optional.of(context.clock().instant()));
            if (!known.get().removed()) {
                context.log().append("photo.replaced", known.get().id().toString());
            }
        });
        return erase(step, known.get());
    }

    private List<String> faceIds(Person person, CollectionRef collection) {
        return faceIdsOf(peopleStores.photos().findByPersonWithRemoved(person.id()), collection);
    }

    /// The known face ids, and those of photos whose IndexFaces answer may have been lost: such a face is in the
    /// collection under the photo's id, and recorded only there.
    private List<String> faceIdsOf(List<PhotoRecord> photos, CollectionRef collection) {
        var ids = new ArrayList<String>();
        var uncertain = new ArrayList<String>();
        for (var photo : photos) {
            var face = peopleStores.collections().face(photo.id(), collection.id());
            face.flatMap(IndexedFace::faceId).ifPresent(ids::add);
            if (face.isPresent() && face.get().state() == FaceState.STORED) {
                uncertain.add(photo.id().toString());
            }
        }
        if (!uncertain.isEmpty()) {
            faceService.faces().listFaces(collection.externalId(), Optional.empty()).stream()
                    .filter(face -> uncertain.contains(face.externalImageId()))
                    .map(StoredFace::faceId)
                    .filter(id -> !ids.contains(id))
                    .forEach(ids::add);
        }
        return ids;
    }
}
