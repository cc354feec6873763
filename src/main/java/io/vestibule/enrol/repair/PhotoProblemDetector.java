package io.vestibule.enrol.repair;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.journal.run.StepState;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PhotoFileState;
import io.vestibule.people.PhotoFileStore;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.RefusalReason;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.people.change.PhotoProblem.Cause;
import io.vestibule.people.change.PhotoProblem.Remedy;
import io.vestibule.people.change.PhotoProblem.Repair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Derives photo problems from the last answers of the service, and the repairs that fit each.
final class PhotoProblemDetector {

    /// Below this similarity a photo more likely shows an impostor than it is a poor photo of the person: about one in
    /// 10 pairs of different people is above it (extrapolated from the measured rates).
    private static final float IMPOSTOR_BELOW = 10;

    private final EnrolContext context;
    private final CompanyCollections companyCollections;
    private final Supplier<EnrolSettings> settings;
    private final PhotoSimilarity similarity;
    private final PhotoFileStore files;

    PhotoProblemDetector(
            EnrolContext enrolContext,
            CompanyCollections companyCollections,
            Supplier<EnrolSettings> settings,
            PhotoSimilarity photoSimilarity) {
        this.context = enrolContext;
        this.companyCollections = companyCollections;
        this.settings = settings;
        this.similarity = photoSimilarity;
        this.files = enrolContext.people().photoFiles();
    }

    List<IndexedFace> faces(PersonId id) {
        return context.people()
                .persons()
                .find(id)
                .flatMap(person -> companyCollections.findExisting(person.company()))
                .map(collection -> context.people().collections().faces(id, collection.id()))
                .orElse(List.of());
    }

    /// Empty while the company has no collection in the service in use.
    List<PhotoProblem> detect(Person person) {
        return companyCollections
                .findExisting(person.company())
                .map(collection -> detect(person, collection))
                .orElse(List.of());
    }

    private List<PhotoProblem> detect(Person person, CollectionRef collection) {
        var faces = context.people().collections().faces(person.id(), collection.id()).stream()
                .collect(Collectors.toMap(IndexedFace::photo, face -> face));
        var inUse = faces.values().stream()
                .filter(face -> face.state() == FaceState.ASSOCIATED)
                .map(IndexedFace::photo)
                .collect(Collectors.toSet());
        var photos = context.people().photos().findByPerson(person.id());
        // A photo that an operator accepted says nothing about the others.
        var comparable = photos.stream()
                .filter(photo -> !photo.accepted())
                .map(PhotoRecord::id)
                .filter(inUse::contains)
                .collect(Collectors.toSet());
        var scores = similarity.scoresToOthers(person.id(), comparable);
        var problems = new ArrayList<PhotoProblem>();
        for (var photo : photos) {
            var file = files.find(photo.id());
            if (file != PhotoFileState.GOOD && !isInProgress(photo.id())) {
                problem(person, photo, new Cause.BadFile(file), Repair.RETAKE, Repair.REMOVE)
                        .ifPresent(problems::add);
                continue;
            }
            Optional.ofNullable(faces.get(photo.id()))
                    .filter(_ -> !isInProgress(photo.id()))
                    .flatMap(face -> problem(person, photo, face, collection, inUse, scores))
                    .ifPresent(problems::add);
        }
        updating(person, collection, inUse).ifPresent(problems::add);
        return problems;
    }

    /// An open CHECK_JOINED step does not count: it only delays the deletion of a merged person.
    private boolean isInProgress(PhotoId photo) {
        return context.journal().openStepsFor(photo.toString()).stream()
                .anyMatch(step -> !EnrolStep.CHECK_JOINED.is(step) && step.state() != StepState.PARKED);
    }

    private Optional<PhotoProblem> problem(
            Person person,
            PhotoRecord photo,
            IndexedFace face,
            CollectionRef collection,
            Set<PhotoId> inUse,
            Map<PhotoId, Float> scores) {
        return switch (face.state()) {
            case REFUSED ->
                problem(
                        person,
                        photo,
                        new Cause.Unindexed(face.reasons()),
                        Repair.RETAKE,
                        Repair.REMOVE,
                        Repair.INDEX_AGAIN);
            case NOT_ASSOCIATED -> Optional.of(refused(person, photo, face, collection, inUse));
            case ASSOCIATED -> inUse(person, photo, face, scores);
            case CAPTURED, STORED, INDEXED -> Optional.empty();
        };
    }

    /// Whether the photo more likely shows somebody else: it may be moved or retaken, but not accepted.
    static boolean isImpostor(float confidence) {
        return confidence < IMPOSTOR_BELOW;
    }

    private PhotoProblem refused(
            Person person, PhotoRecord photo, IndexedFace face, CollectionRef collection, Set<PhotoId> inUse) {
        var reasons = face.reasons();
        if (RefusalReason.LOW_MATCH_CONFIDENCE.isIn(reasons)) {
            var confidence = face.confidence().orElse(0f);
            var cause = new Cause.LowMatch(confidence, settings.get().associate(), collection.engine());
            return (isImpostor(confidence)
                            ? problem(person, photo, cause, Repair.MOVE, Repair.RETAKE, Repair.REMOVE)
                            : problem(
                                    person,
                                    photo,
                                    cause,
                                    Repair.RETAKE,
                                    Repair.ACCEPT_LOWER,
                                    Repair.MOVE,
                                    Repair.REMOVE))
                    .orElseThrow();
        }
        if (RefusalReason.ASSOCIATED_TO_A_DIFFERENT_USER.isIn(reasons)) {
            return differentUser(person, photo, face);
        }
        if (RefusalReason.FACE_NOT_FOUND.isIn(reasons)) {
            return problem(person, photo, new Cause.FaceNotFound(), Repair.INDEX_AGAIN, Repair.RETAKE, Repair.REMOVE)
                    .orElseThrow();
        }
        if (RefusalReason.USER_FULL.isIn(reasons)) {
            return full(person, photo, inUse);
        }
        return problem(person, photo, new Cause.Unindexed(reasons), Repair.INDEX_AGAIN, Repair.RETAKE, Repair.REMOVE)
                .orElseThrow();
    }

    /// Which photo is the weakest is decided with the new one: where that is the weakest, no other has to make
    /// room.
    private PhotoProblem full(Person person, PhotoRecord photo, Set<PhotoId> inUse) {
        var all = new HashSet<>(inUse);
        all.add(photo.id());
        var newIsWeakest = similarity.weakest(person.id(), all).equals(Optional.of(photo.id()));
        var weakest = similarity.weakest(person.id(), inUse);
        var remedies = new ArrayList<Remedy>();
        weakest.ifPresent(one -> remedies.add(new Remedy(Repair.DROP_WEAKEST, Optional.empty(), Optional.of(one))));
        remedies.add(newIsWeakest ? 0 : remedies.size(), Remedy.of(Repair.REMOVE));
        return new PhotoProblem(
                person.id(),
                Optional.of(photo.id()),
                new Cause.UserFull(newIsWeakest ? Optional.of(photo.id()) : weakest, inUse.size()),
                permitted(person, remedies));
    }

    private PhotoProblem differentUser(Person person, PhotoRecord photo, IndexedFace face) {
        var holder = face.holder().flatMap(this::holder).filter(other -> !other.equals(person.id()));
        var remedies = new ArrayList<Remedy>();
        holder.ifPresent(other -> {
            remedies.add(new Remedy(Repair.MOVE, Optional.of(other), Optional.empty()));
            remedies.add(new Remedy(Repair.MERGE, Optional.of(other), Optional.empty()));
        });
        remedies.add(Remedy.of(Repair.RETAKE));
        remedies.add(Remedy.of(Repair.REMOVE));
        return new PhotoProblem(
                person.id(), Optional.of(photo.id()), new Cause.DifferentUser(holder), permitted(person, remedies));
    }

    private Optional<PersonId> holder(String userId) {
        return context.people()
                .persons()
                .findByExternalId(userId)
                .filter(person -> person.removed().isEmpty())
                .map(Person::id);
    }

    private Optional<PhotoProblem> inUse(
            Person person, PhotoRecord photo, IndexedFace face, Map<PhotoId, Float> scores) {
        var score = Optional.ofNullable(scores.get(photo.id())).filter(PhotoSimilarity::far);
        if (score.isPresent() && !photo.accepted()) {
            var cause = new Cause.FarFromOthers(PhotoSimilarity.similarity(score.get()), similarity.scale());
            return problem(person, photo, cause, Repair.MOVE, Repair.RETAKE, Repair.KEEP);
        }
        return RefusalReason.ALREADY_THERE.isIn(face.reasons())
                ? problem(person, photo, new Cause.AlreadyThere(), Repair.KEEP)
                : Optional.empty();
    }

    private Optional<PhotoProblem> updating(Person person, CollectionRef collection, Set<PhotoId> inUse) {
        var store = context.people().collections();
        var waiting = !inUse.isEmpty()
                && store.user(person.id(), collection.id())
                        .filter(user -> !user.active())
                        .isPresent();
        return waiting
                ? store.statusChangedAt(person.id(), collection.id())
                        .map(since -> new PhotoProblem(
                                person.id(),
                                Optional.empty(),
                                new Cause.Updating(since),
                                permitted(person, List.of(Remedy.of(Repair.WAIT)))))
                : Optional.empty();
    }

    private Optional<PhotoProblem> problem(Person person, PhotoRecord photo, Cause cause, Repair... repairs) {
        var remedies = Arrays.stream(repairs).map(Remedy::of).toList();
        return Optional.of(new PhotoProblem(person.id(), Optional.of(photo.id()), cause, permitted(person, remedies)));
    }

    private List<Remedy> permitted(Person person, List<Remedy> remedies) {
        return remedies.stream()
                .filter(remedy -> context.session().may(permission(remedy.repair(), person.kind())))
                .toList();
    }

    private static Permission permission(Repair repair, PersonKind kind) {
        return switch (repair) {
            case MOVE, MERGE -> Permission.MANAGE_PEOPLE;
            case ACCEPT_LOWER -> Permission.ACCEPT_LOWER;
            case RETAKE, INDEX_AGAIN, DROP_WEAKEST, REMOVE, KEEP ->
                kind == PersonKind.WATCH ? Permission.ENROL_WATCH : Permission.ENROL;
            case WAIT -> Permission.ENROL;
        };
    }
}
