package io.vestibule.doctor;

import static io.vestibule.doctor.DiscrepancyState.LEFT;
import static io.vestibule.doctor.DiscrepancyState.SETTLED;

import io.vestibule.base.PhotoId;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.FaceCollection.StoredFace;
import io.vestibule.journal.run.Step;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Remedies for faces. Each asks the service and the records again right before it acts.
final class FaceRemedies {

    private static final String NOT_FOUND = "FACE_NOT_FOUND";

    private final RemedyContext remedies;
    private final DoctorContext context;

    FaceRemedies(RemedyContext remedies) {
        this.remedies = remedies;
        this.context = remedies.records();
    }

    DiscrepancyState sendPhotos(Discrepancy what, Person person, CollectionRef collection) {
        var photo = what.photo().orElseThrow();
        if (what.kind() == DiscrepancyKind.FACE_MISSING) {
            if (found(what.subject(), collection).isPresent()) {
                return SETTLED;
            }
        }
        context.database().transaction(() -> {
            record(photo, what, collection).ifPresent(_ -> context.scan().forgetFace(photo, collection.id()));
            remedies.enrolments().sendPhotos(person.id());
        });
        return SETTLED;
    }

    DiscrepancyState associate(Step step, Discrepancy what, Person person, CollectionRef collection) {
        var holders = new LinkedHashMap<PhotoId, Optional<String>>();
        for (var theirs : loose(what, person, collection)) {
            var photo = photoOf(theirs, person, collection);
            var holder = theirs.userId();
            boolean chosen = what.kind() == DiscrepancyKind.FACE_WITH_UNKNOWN_USER
                    && what.holder().equals(holder);
            if (holder.isPresent()
                    && !chosen
                    && context.personOf(holder.get(), collection).isEmpty()) {
                return LEFT;
            }
            photo.ifPresent(id -> holders.put(id, holder));
        }
        if (what.kind() == DiscrepancyKind.USER_MISSING && !holders.isEmpty()) {
            // The record of the user stays: it is a success if another remedy has created the user meanwhile.
            remedies.faces()
                    .createUser(
                            collection.externalId(),
                            what.subject(),
                            step.tokenFor(collection.externalId(), what.subject()));
        }
        context.database().transaction(() -> {
            if (!holders.isEmpty()) {
                remedies.enrolments().associate(person.id(), holders);
            }
        });
        if (what.kind() == DiscrepancyKind.USER_MISSING && holders.isEmpty()) {
            new UserRemedies(remedies).forgetIfGone(person, collection);
        }
        return SETTLED;
    }

    /// The faces in question that are not with the person's user.
    private List<StoredFace> loose(Discrepancy what, Person person, CollectionRef collection) {
        var ids = what.kind() == DiscrepancyKind.USER_MISSING
                ? faces(person, collection).stream()
                        .filter(face -> face.state() == FaceState.ASSOCIATED)
                        .flatMap(face -> face.faceId().stream())
                        .toList()
                : List.of(what.subject());
        return remedies.faces().findFaces(collection.externalId(), ids).stream()
                .filter(face -> !face.userId().equals(Optional.of(person.externalId())))
                .toList();
    }

    private Optional<PhotoId> photoOf(StoredFace theirs, Person person, CollectionRef collection) {
        return faces(person, collection).stream()
                .filter(face -> face.faceId().equals(Optional.of(theirs.faceId())))
                .filter(face -> face.state() == FaceState.ASSOCIATED || face.state() == FaceState.INDEXED)
                .map(IndexedFace::photo)
                .findFirst();
    }

    private List<IndexedFace> faces(Person person, CollectionRef collection) {
        return context.people().collections().faces(person.id(), collection.id());
    }

    DiscrepancyState correctRecord(Discrepancy what, Person person, CollectionRef collection) {
        boolean own = what.photo().isPresent()
                && found(what.subject(), collection)
                        .flatMap(StoredFace::userId)
                        .equals(Optional.of(person.externalId()));
        context.database().transaction(() -> {
            what.photo()
                    .filter(_ -> own)
                    .flatMap(photo -> record(photo, what, collection))
                    .filter(face -> face.state().allowedTransitions().contains(FaceState.ASSOCIATED))
                    .ifPresent(face -> context.people().collections().saveFace(face.associated(List.of())));
            UserRemedies.saveUser(context, person, collection);
            remedies.enrolments().follow(person.id());
        });
        return SETTLED;
    }

    DiscrepancyState delete(Step step, Discrepancy what, CollectionRef collection) {
        var id = what.subject();
        var unknown = new UnknownFaces(context, collection);
        if (unknown.amongIds(List.of(id)).isEmpty()) {
            return LEFT;
        }
        var theirs = found(id, collection);
        if (theirs.isEmpty()) {
            return SETTLED;
        }
        if (!mayDelete(what, theirs.get(), unknown, collection)) {
            return LEFT;
        }
        theirs.get().userId().ifPresent(user -> disassociate(step, user, id, collection));
        var refused = remedies.faces()
                .deleteFaces(collection.externalId(), List.of(id))
                .refused();
        return refused.stream().allMatch(face -> face.reasons().contains(NOT_FOUND)) ? SETTLED : LEFT;
    }

    /// Nothing is deleted unless the photo can be sent again. It is safe to repeat after a crash: a face that is gone
    /// is only sent again.
    DiscrepancyState renew(Step step, Discrepancy what, Person person, CollectionRef collection) {
        var photo = what.photo().orElseThrow();
        var recorded = record(photo, what, collection);
        if (recorded.isEmpty()) {
            return SETTLED;
        }
        if (!isStored(photo)) {
            return LEFT;
        }
        var theirs = found(what.subject(), collection);
        if (theirs.isPresent()) {
            theirs.get().userId().ifPresent(user -> disassociate(step, user, what.subject(), collection));
            var refused = remedies.faces()
                    .deleteFaces(collection.externalId(), List.of(what.subject()))
                    .refused();
            if (!refused.stream().allMatch(face -> face.reasons().contains(NOT_FOUND))) {
                return LEFT;
            }
        }
        context.database().transaction(() -> {
            context.scan().forgetFace(photo, collection.id());
            remedies.enrolments().sendPhotos(person.id());
        });
        return SETTLED;
    }

    private boolean isStored(PhotoId photo) {
        return context.people()
                .photos()
                .find(photo)
                .filter(known -> remedies.bucket().get(known.key()).isPresent())
                .isPresent();
    }

    /// The face is deleted only if it is still what it was when the remedy was chosen.
    private boolean mayDelete(Discrepancy what, StoredFace theirs, UnknownFaces unknown, CollectionRef collection) {
        boolean same = unknown.discrepancies(List.of(theirs)).stream().anyMatch(now -> now.kind() == what.kind());
        if (!same || context.scan().countFaces(collection.id()) == 0) {
            return false;
        }
        return what.kind() != DiscrepancyKind.DUPLICATE_FACE || hasOther(theirs, collection);
    }

    /// Whether the collection has the face that is recorded of the photo. Otherwise this one may become it.
    private boolean hasOther(StoredFace theirs, CollectionRef collection) {
        return context.people()
                .collections()
                .face(PhotoId.of(theirs.externalImageId()), collection.id())
                .flatMap(IndexedFace::faceId)
                .flatMap(recorded -> found(recorded, collection))
                .isPresent();
    }

    private void disassociate(Step step, String user, String face, CollectionRef collection) {
        try {
            var _ = remedies.faces()
                    .disassociate(
                            collection.externalId(),
                            user,
                            List.of(face),
                            step.tokenFor(collection.externalId(), user, face));
        } catch (CloudException e) {
            if (!(e.failure() instanceof CloudFailure.NotFound)) {
                throw e;
            }
            // A user who does not exist any more has no faces.
        }
    }

    private Optional<StoredFace> found(String face, CollectionRef collection) {
        return remedies.faces().findFaces(collection.externalId(), List.of(face)).stream()
                .findFirst();
    }

    private Optional<IndexedFace> record(PhotoId photo, Discrepancy what, CollectionRef collection) {
        return context.people()
                .collections()
                .face(photo, collection.id())
                .filter(face -> face.faceId().equals(Optional.of(what.subject())));
    }
}
