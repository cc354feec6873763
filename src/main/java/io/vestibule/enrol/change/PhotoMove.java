package io.vestibule.enrol.change;

import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.PeopleStores;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.RefusalReason;
import io.vestibule.people.change.PersonChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Moves photos to another person in the tables, and returns the steps that update the collection. From then on the
/// row of a face records which user still has it; the steps read that row, so a crash or an undo is safe at any
/// point.
final class PhotoMove {

    private final PeopleStores peopleStores;
    private final CompanyCollections companyCollections;

    PhotoMove(EnrolContext enrolContext, CompanyCollections companyCollections) {
        this.peopleStores = enrolContext.people();
        this.companyCollections = companyCollections;
    }

    /// Call inside a transaction. Collections that are not in use are updated when they are used again; see
    /// [CollectionReconciler].
    ///
    /// @param position among the photos of `to`
    PersonChange.Moved reassign(PhotoRecord photo, Person from, Person to, int position) {
        peopleStores.photos().lockOwner(photo.id());
        var inUse = companyCollections.getOrCreateById(photo.company()).id();
        var associated = false;
        for (var face : peopleStores.collections().faces(photo.id())) {
            boolean here = face.collection().equals(inUse);
            boolean with = face.state() == FaceState.ASSOCIATED;
            if (here || with) {
                put(face, photo.removed() ? hiddenFaceAfterMove(face, from, to) : faceAfterMove(face, from));
            }
            associated |= here && with;
        }
        peopleStores.photos().reassign(photo.id(), to.id(), position);
        return new PersonChange.Moved(photo.id(), photo.position(), associated);
    }

    private void put(IndexedFace known, IndexedFace next) {
        if (!next.equals(known)) {
            peopleStores.collections().saveFace(next);
        }
    }

    private static IndexedFace faceAfterMove(IndexedFace face, Person from) {
        return switch (face.state()) {
            case ASSOCIATED -> face.withHolder(Optional.of(from.externalId()));
            case NOT_ASSOCIATED ->
                RefusalReason.FACE_NOT_FOUND.isIn(face.reasons())
                        ? face.withState(FaceState.STORED)
                        : face.withHolder(face.holder());
            case CAPTURED, STORED, INDEXED, REFUSED -> face;
        };
    }

    /// No step is performed about a hidden photo: the user who had its face before a move that is undone has it
    /// still.
    private static IndexedFace hiddenFaceAfterMove(IndexedFace face, Person from, Person to) {
        return face.state() == FaceState.INDEXED && face.holder().equals(Optional.of(to.externalId()))
                ? face.withState(FaceState.ASSOCIATED)
                : faceAfterMove(face, from);
    }

    /// The steps that associate photos, one by one, with the user of the person they belong to now.
    ///
    /// @param back photos that were associated with that user before are associated again without a threshold
    static List<NewStep> steps(Person owner, List<PersonChange.Moved> photos, boolean back) {
        var steps = new ArrayList<NewStep>();
        for (var kind : List.of(EnrolStep.STORE_PHOTO, EnrolStep.INDEX_PHOTO, EnrolStep.FREE_FACE)) {
            photos.forEach(photo -> steps.add(new NewStep(kind, photo.photo().toString())));
        }
        steps.add(new NewStep(EnrolStep.CREATE_USER, owner.id().toString()));
        for (var photo : photos) {
            var kind = back && photo.associated() ? EnrolStep.RETURN_FACE : EnrolStep.JOIN_FACE;
            steps.add(new NewStep(kind, photo.photo().toString()));
        }
        photos.forEach(
                photo -> steps.add(new NewStep(EnrolStep.GO_ON, photo.photo().toString())));
        steps.add(new NewStep(EnrolStep.FOLLOW_USER, owner.id().toString()));
        return steps;
    }

    /// Whether the person has no user in the collection in use, so that the move creates one.
    boolean createsUser(Person person) {
        var inUse = companyCollections.getOrCreateById(person.company()).id();
        return peopleStores.collections().user(person.id(), inUse).isEmpty();
    }

    /// Whether photos of this person may be kept.
    boolean permitsPhotos(Person person) {
        return peopleStores
                .bases()
                .inForce(person.id(), person.kind())
                .filter(LegalBasis::permitsPhotos)
                .isPresent();
    }
}
