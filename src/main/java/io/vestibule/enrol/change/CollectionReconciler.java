package io.vestibule.enrol.change;

import io.vestibule.base.PersonId;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.PersonChange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Photos that were given to somebody else while another collection was in use. Where they were before, the face is
/// still with the user it was with: whoever asks that collection is told the wrong person. It is brought to the right
/// one when the collection is used again.
public final class CollectionReconciler {

    private final EnrolContext context;
    private final CompanyCollections companyCollections;

    public CollectionReconciler(EnrolContext enrolContext, CompanyCollections companyCollections) {
        this.context = enrolContext;
        this.companyCollections = companyCollections;
    }

    /// Writes down what the collections in use lack. What is on its way already is left to that. Called at every start.
    public void reconcile() {
        context.people().companies().all().stream()
                .map(company -> companyCollections.findExisting(company.id()))
                .flatMap(Optional::stream)
                .flatMap(collection -> context.people().collections().photosWithWrongUser(collection.id()).stream())
                .filter(photo ->
                        context.journal().openStepsFor(photo.toString()).isEmpty())
                .flatMap(photo -> context.people().photos().find(photo).stream())
                .collect(Collectors.groupingBy(PhotoRecord::person))
                .forEach(this::addMoveSteps);
    }

    private void addMoveSteps(PersonId owner, List<PhotoRecord> photos) {
        var moved = photos.stream()
                .map(photo -> new PersonChange.Moved(photo.id(), photo.position(), false))
                .toList();
        context.people()
                .persons()
                .find(owner)
                .ifPresent(person -> context.journal().add(PhotoMove.steps(person, moved, false), Duration.ZERO));
    }
}
