package io.vestibule.enrol.change;

import io.vestibule.base.PersonId;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.PersonChange;
import io.vestibule.store.ItemLoop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Photos that were moved to another person while another collection was in use. In the collection that was not in
/// use, the face is still associated with the previous user, so a search there would return the wrong person. This
/// class associates it with the right user when that collection is used again.
public final class CollectionReconciler {

    private static final Logger LOG = LoggerFactory.getLogger(CollectionReconciler.class);

    private final EnrolContext context;
    private final CompanyCollections companyCollections;

    public CollectionReconciler(EnrolContext enrolContext, CompanyCollections companyCollections) {
        this.context = enrolContext;
        this.companyCollections = companyCollections;
    }

    /// Adds the missing move steps for the collections in use; photos with open steps are left alone. Called
    /// at every start.
    public void reconcile() {
        var byOwner = context.people().companies().all().stream()
                .map(company -> companyCollections.findExisting(company.id()))
                .flatMap(Optional::stream)
                .flatMap(collection -> context.people().collections().photosWithWrongUser(collection.id()).stream())
                .filter(photo ->
                        context.journal().openStepsFor(photo.toString()).isEmpty())
                .flatMap(photo -> context.people().photos().find(photo).stream())
                .collect(Collectors.groupingBy(PhotoRecord::person));
        ItemLoop.forEach(
                byOwner.entrySet(), entry -> addMoveSteps(entry.getKey(), entry.getValue()), LOG, Map.Entry::getKey);
    }

    private void addMoveSteps(PersonId owner, List<PhotoRecord> photos) {
        var moved = photos.stream()
                .map(photo -> new PersonChange.Moved(photo.id(), photo.position(), false))
                .toList();
        context.people()
                .persons()
                .find(owner)
                .ifPresent(person ->
                        context.journal().add(person.company(), PhotoMove.steps(person, moved, false), Duration.ZERO));
    }
}
