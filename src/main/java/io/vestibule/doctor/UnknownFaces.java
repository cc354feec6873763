package io.vestibule.doctor;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.cloud.FaceCollection.StoredFace;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.ErasedStore;
import io.vestibule.people.change.PendingErasureStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Says what faces are that no photo is recorded with. A face that belongs to the user of another program is no
/// discrepancy: its user is one.
final class UnknownFaces {

    private final DoctorContext context;
    private final CollectionRef collection;
    private final PendingErasureStore pendingErasures;
    private final ErasedStore erased;

    UnknownFaces(DoctorContext context, CollectionRef collection) {
        this.context = context;
        this.collection = collection;
        this.pendingErasures = new PendingErasureStore(context.database());
        this.erased = new ErasedStore(context.database());
    }

    /// Those that are not recorded now, and are not being erased.
    List<String> amongIds(List<String> faceIds) {
        var unrecorded = context.people().collections().unknownFaceIds(collection.id(), faceIds);
        var leaving = pendingErasures.facesAmong(collection.id(), unrecorded);
        return unrecorded.stream().filter(id -> !leaving.contains(id)).toList();
    }

    /// @param faces that are not recorded, as the collection has them now
    List<Discrepancy> discrepancies(List<StoredFace> faces) {
        var images = faces.stream()
                .map(StoredFace::imageId)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        var sameImage = context.scan().facesOfImages(collection.id(), images).keySet();
        return faces.stream()
                .flatMap(face -> discrepancy(face, sameImage.contains(face.imageId())).stream())
                .toList();
    }

    private Optional<Discrepancy> discrepancy(StoredFace face, boolean sameImage) {
        var holder = face.userId().flatMap(user -> context.personOf(user, collection));
        if (face.userId().isPresent() && holder.isEmpty()) {
            return Optional.empty();
        }
        var kind = kind(face, sameImage, holder.isPresent());
        return kind.map(known -> Discrepancy.of(known, face.faceId()).heldBy(face.userId()))
                .map(one -> holder.map(person -> one.of(person.id())).orElse(one))
                .filter(one -> holder.filter(person -> person.removed().isPresent() || isAdoptedFace(one, person.id()))
                        .isEmpty());
    }

    /// Other programs may go on adding faces to a user that was adopted.
    private boolean isAdoptedFace(Discrepancy one, PersonId person) {
        return one.kind() == DiscrepancyKind.UNKNOWN_FACE_OF_PERSON
                && context.people().collections().isAdopted(person, collection.id());
    }

    private Optional<DiscrepancyKind> kind(StoredFace face, boolean sameImage, boolean held) {
        var photoId = photoId(face.externalImageId());
        if (photoId.isPresent()) {
            var photo = context.people().photos().find(photoId.get());
            if (photo.isPresent()) {
                return kindOfPhoto(photo.get(), held);
            }
            if (pendingErasures.hasPhoto(photoId.get())) {
                return Optional.empty();
            }
            if (erased.isErased(photoId.get().value())) {
                return Optional.of(DiscrepancyKind.ERASED_FACE);
            }
        }
        if (held) {
            return Optional.of(DiscrepancyKind.UNKNOWN_FACE_OF_PERSON);
        }
        return Optional.of(sameImage ? DiscrepancyKind.SAME_IMAGE_FACE : DiscrepancyKind.UNKNOWN_FACE);
    }

    /// A photo without a recorded face is sent again, and the service answers with this face.
    private Optional<DiscrepancyKind> kindOfPhoto(PhotoRecord photo, boolean held) {
        if (photo.removed() || !photo.company().equals(collection.company())) {
            return Optional.empty();
        }
        var recorded = context.people().collections().face(photo.id(), collection.id());
        if (recorded.flatMap(IndexedFace::faceId).isPresent()) {
            return Optional.of(DiscrepancyKind.DUPLICATE_FACE);
        }
        if (recorded.map(IndexedFace::state).equals(Optional.of(FaceState.REFUSED))) {
            return Optional.of(held ? DiscrepancyKind.UNKNOWN_FACE_OF_PERSON : DiscrepancyKind.UNKNOWN_FACE);
        }
        return Optional.empty();
    }

    /// This program stores each face under the id of its photo.
    private static Optional<PhotoId> photoId(String externalImageId) {
        try {
            return Optional.of(new PhotoId(UUID.fromString(externalImageId)))
                    .filter(id -> id.toString().equals(externalImageId));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
