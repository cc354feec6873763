package io.vestibule.enrol;

import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepState;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.EnrolmentStatusProvider;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Derives the status of people from the last answers of the service and the open steps of the journal.
public final class EnrolmentStatusEvaluator implements EnrolmentStatusProvider {

    private final EnrolContext context;
    private final CompanyCollections companyCollections;
    private final ComparablePhotos comparablePhotos;

    public EnrolmentStatusEvaluator(
            EnrolContext enrolContext, CompanyCollections companyCollections, ComparablePhotos comparablePhotos) {
        this.context = enrolContext;
        this.companyCollections = companyCollections;
        this.comparablePhotos = comparablePhotos;
    }

    @Override
    public EnrolmentStatus statusOf(Person person) {
        var photos = context.people().photos().findByPerson(person.id());
        var open = open(person, photos);
        var stuck =
                open.stream().filter(step -> step.state() == StepState.PARKED).findFirst();
        if (stuck.isPresent()) {
            return new EnrolmentStatus(EnrolmentStatus.State.STUCK, stuck.get().problem());
        }
        if (!open.isEmpty()) {
            // Of all open steps, the one that waits with a problem is the one that blocks the others.
            return underWay(open.stream()
                    .filter(step -> step.problem().isPresent())
                    .findFirst()
                    .orElse(open.getFirst()));
        }
        return new EnrolmentStatus(settled(person, photos), Optional.empty());
    }

    @Override
    public List<IndexedFace> faces(Person person) {
        return companyCollections
                .findExisting(person.company())
                .map(collection -> context.people().collections().faces(person.id(), collection.id()))
                .orElse(List.of());
    }

    private static EnrolmentStatus underWay(Step next) {
        if (EnrolStep.FOLLOW_USER.is(next)) {
            return new EnrolmentStatus(EnrolmentStatus.State.UPDATING, Optional.empty());
        }
        return next.state() == StepState.WAITING && next.problem().isPresent()
                ? new EnrolmentStatus(EnrolmentStatus.State.WAITING, next.problem())
                : new EnrolmentStatus(EnrolmentStatus.State.SAVING, Optional.empty());
    }

    private EnrolmentStatus.State settled(Person person, List<PhotoRecord> photos) {
        if (isLost(person)) {
            return photos.isEmpty() ? withoutPhoto(person) : EnrolmentStatus.State.ELSEWHERE;
        }
        if (photos.isEmpty()) {
            return withoutPhoto(person);
        }
        var faces = faces(person);
        if (faces.isEmpty()) {
            return EnrolmentStatus.State.ELSEWHERE;
        }
        var searchable = reach(person) == Reach.FOUND;
        var troubled = faces.stream().anyMatch(face -> face.state() != FaceState.ASSOCIATED);
        if (searchable) {
            return troubled || hasUnlikePhoto(person)
                    ? EnrolmentStatus.State.NEEDS_ATTENTION
                    : EnrolmentStatus.State.SEARCHABLE;
        }
        var refused = faces.stream().allMatch(face -> face.state() == FaceState.REFUSED);
        return refused ? EnrolmentStatus.State.NEEDS_PHOTO : EnrolmentStatus.State.NEEDS_ATTENTION;
    }

    /// Whether an associated photo rather shows somebody else, and no operator has accepted it.
    private boolean hasUnlikePhoto(Person person) {
        return comparablePhotos.hasOutlier(person.id());
    }

    private EnrolmentStatus.State withoutPhoto(Person person) {
        if (reach(person) == Reach.FOUND) {
            // The user has faces that another program enrolled.
            return EnrolmentStatus.State.ADOPTED;
        }
        if (person.kind() == PersonKind.WATCH) {
            // Nobody can be watched for without a face.
            return EnrolmentStatus.State.NEEDS_PHOTO;
        }
        var user = companyCollections
                .findExisting(person.company())
                .flatMap(collection -> context.people().collections().user(person.id(), collection.id()));
        return user.isPresent() ? EnrolmentStatus.State.EMPTIED : EnrolmentStatus.State.NO_PHOTO;
    }

    private boolean isLost(Person person) {
        return companyCollections
                .findExisting(person.company())
                .flatMap(collection -> context.people().collections().losses().lostSince(collection.id()))
                .isPresent();
    }

    private Reach reach(Person person) {
        return companyCollections
                .findExisting(person.company())
                .map(collection -> context.people().collections().reach(person.id(), collection.id()))
                .orElse(Reach.NEVER);
    }

    private List<Step> open(Person person, List<PhotoRecord> photos) {
        var open = new ArrayList<Step>();
        photos.forEach(
                photo -> open.addAll(context.journal().openStepsFor(photo.id().toString())));
        open.addAll(context.journal().openStepsFor(person.id().toString()));
        return open;
    }
}
