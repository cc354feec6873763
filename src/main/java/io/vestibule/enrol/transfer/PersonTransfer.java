package io.vestibule.enrol.transfer;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.PhotoRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Adds the jobs that bring one person, or some of their faces, into a collection. Called inside a transaction.
public final class PersonTransfer {

    private final EnrolContext context;

    public PersonTransfer(EnrolContext enrolContext) {
        this.context = enrolContext;
    }

    /// Sends the photos that the collection does not have: those that were never sent, and those that did not get
    /// there.
    public void sendPhotos(PersonId person, UUID collection) {
        var photos = context.people().photos().findByPerson(person).stream()
                .map(PhotoRecord::id)
                .filter(photo -> isOutside(photo, collection))
                .toList();
        if (photos.isEmpty()) {
            return;
        }
        var steps = new ArrayList<NewStep>();
        for (var photo : photos) {
            if (context.people().collections().face(photo, collection).isEmpty()) {
                context.people().collections().saveFace(IndexedFace.captured(photo, collection));
            }
            steps.add(new NewStep(EnrolStep.CARRY_PHOTO, photo.toString()));
        }
        photos.forEach(photo -> steps.add(new NewStep(EnrolStep.INDEX_PHOTO, photo.toString())));
        for (var kind : List.of(
                EnrolStep.CREATE_USER, EnrolStep.ASSOCIATE_FIRST, EnrolStep.ASSOCIATE_REST, EnrolStep.FOLLOW_USER)) {
            steps.add(new NewStep(kind, person.toString()));
        }
        add(person, steps);
    }

    private boolean isOutside(PhotoId photo, UUID collection) {
        return context.people()
                .collections()
                .face(photo, collection)
                .filter(face -> face.state() != FaceState.CAPTURED && face.state() != FaceState.STORED)
                .isEmpty();
    }

    /// Associates faces that are in the collection with the user of the person. One that was associated before needs
    /// no similarity: it was compared then.
    ///
    /// @param holders the user that has each face now
    public void associate(PersonId person, UUID collection, Map<PhotoId, Optional<String>> holders) {
        var steps = new ArrayList<NewStep>();
        steps.add(new NewStep(EnrolStep.CREATE_USER, person.toString()));
        holders.forEach((photo, holder) -> context.people()
                .collections()
                .face(photo, collection)
                .ifPresent(face -> {
                    context.people().collections().saveFace(face.withHolder(holder));
                    steps.addAll(steps(face, photo));
                }));
        steps.add(new NewStep(EnrolStep.FOLLOW_USER, person.toString()));
        add(person, steps);
    }

    private static List<NewStep> steps(IndexedFace face, PhotoId photo) {
        var kinds = face.state() == FaceState.ASSOCIATED
                ? List.of(EnrolStep.RETURN_FACE)
                : List.of(EnrolStep.FREE_FACE, EnrolStep.JOIN_FACE);
        return kinds.stream().map(kind -> new NewStep(kind, photo.toString())).toList();
    }

    /// Asks for the status of the person's user until it is ACTIVE.
    public void follow(PersonId person) {
        add(person, List.of(new NewStep(EnrolStep.FOLLOW_USER, person.toString())));
    }

    private void add(PersonId person, List<NewStep> steps) {
        context.journal().add(context.companyOf(person), steps, Duration.ZERO);
    }
}
