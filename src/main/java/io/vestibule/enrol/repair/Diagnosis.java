package io.vestibule.enrol.repair;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.Collections;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.enrol.Records;
import io.vestibule.enrol.Refusal;
import io.vestibule.journal.run.StepState;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.Trouble;
import io.vestibule.people.change.Trouble.Fault;
import io.vestibule.people.change.Trouble.Remedy;
import io.vestibule.people.change.Trouble.Repair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Reads from what the service last said what is wrong, and which remedies fit.
final class Diagnosis {

    /// Below this a photo is more likely of somebody else than a poor one of the person: one in 10 pairs of different
    /// people is above it, one in 1,000 pairs of the same person below.
    private static final float SOMEBODY_ELSE = 10;

    private final Records records;
    private final Collections collections;
    private final Supplier<EnrolSettings> settings;
    private final Resemblance resemblance;

    Diagnosis(Records records, Collections collections, Supplier<EnrolSettings> settings, Resemblance resemblance) {
        this.records = records;
        this.collections = collections;
        this.settings = settings;
        this.resemblance = resemblance;
    }

    List<IndexedFace> faces(PersonId id) {
        return records.people()
                .persons()
                .find(id)
                .map(person -> records.people()
                        .collections()
                        .faces(id, collections.ofCompany(person.company()).id()))
                .orElse(List.of());
    }

    List<Trouble> of(Person person) {
        var collection = collections.ofCompany(person.company());
        var faces = records.people().collections().faces(person.id(), collection.id()).stream()
                .collect(Collectors.toMap(IndexedFace::photo, face -> face));
        var inUse = faces.values().stream()
                .filter(face -> face.state() == FaceState.ASSOCIATED)
                .map(IndexedFace::photo)
                .collect(Collectors.toSet());
        var cosines = resemblance.of(person.id(), inUse);
        var troubles = new ArrayList<Trouble>();
        for (var photo : records.people().photos().of(person.id())) {
            Optional.ofNullable(faces.get(photo.id()))
                    .filter(_ -> !onItsWay(photo.id()))
                    .flatMap(face -> trouble(person, photo, face, collection, inUse, cosines))
                    .ifPresent(troubles::add);
        }
        updating(person, collection, inUse).ifPresent(troubles::add);
        return troubles;
    }

    /// A photo that merely keeps somebody from leaving the collection is not on its way.
    private boolean onItsWay(PhotoId photo) {
        return records.journal().openFor(photo.toString()).stream()
                .anyMatch(step -> !EnrolStep.CHECK_JOINED.is(step) && step.state() != StepState.PARKED);
    }

    private Optional<Trouble> trouble(
            Person person,
            PhotoRecord photo,
            IndexedFace face,
            CollectionRef collection,
            Set<PhotoId> inUse,
            Map<PhotoId, Float> cosines) {
        return switch (face.state()) {
            case REFUSED ->
                trouble(
                        person,
                        photo,
                        new Fault.Unindexed(face.reasons()),
                        Repair.RETAKE,
                        Repair.DISMISS,
                        Repair.INDEX_AGAIN);
            case NOT_ASSOCIATED -> Optional.of(refused(person, photo, face, collection, inUse));
            case ASSOCIATED -> inUse(person, photo, face, cosines);
            case CAPTURED, STORED, INDEXED -> Optional.empty();
        };
    }

    private Trouble refused(
            Person person, PhotoRecord photo, IndexedFace face, CollectionRef collection, Set<PhotoId> inUse) {
        var reasons = face.reasons();
        if (reasons.contains(Refusal.LOW_MATCH_CONFIDENCE)) {
            var confidence = face.confidence().orElse(0f);
            var fault = new Fault.LowMatch(confidence, settings.get().associate(), collection.engine());
            return (confidence < SOMEBODY_ELSE
                            ? trouble(
                                    person,
                                    photo,
                                    fault,
                                    Repair.MOVE,
                                    Repair.RETAKE,
                                    Repair.DISMISS,
                                    Repair.ACCEPT_LOWER)
                            : trouble(
                                    person,
                                    photo,
                                    fault,
                                    Repair.RETAKE,
                                    Repair.ACCEPT_LOWER,
                                    Repair.MOVE,
                                    Repair.DISMISS))
                    .orElseThrow();
        }
        if (reasons.contains(Refusal.DIFFERENT_USER)) {
            return differentUser(person, photo, face);
        }
        if (reasons.contains(Refusal.FACE_NOT_FOUND)) {
            return trouble(person, photo, new Fault.FaceNotFound(), Repair.INDEX_AGAIN, Repair.RETAKE, Repair.DISMISS)
                    .orElseThrow();
        }
        if (reasons.contains(Refusal.USER_FULL)) {
            var weakest = resemblance.weakest(person.id(), inUse);
            var remedies = new ArrayList<Remedy>();
            weakest.ifPresent(one -> remedies.add(new Remedy(Repair.DROP_WEAKEST, Optional.empty(), Optional.of(one))));
            remedies.add(Remedy.of(Repair.DISMISS));
            return new Trouble(person.id(), Optional.of(photo.id()), new Fault.UserFull(weakest), permitted(remedies));
        }
        return trouble(person, photo, new Fault.Unindexed(reasons), Repair.INDEX_AGAIN, Repair.RETAKE, Repair.DISMISS)
                .orElseThrow();
    }

    private Trouble differentUser(Person person, PhotoRecord photo, IndexedFace face) {
        var holder = face.holder().flatMap(this::holder).filter(other -> !other.equals(person.id()));
        var remedies = new ArrayList<Remedy>();
        holder.ifPresent(other -> {
            remedies.add(new Remedy(Repair.MOVE, Optional.of(other), Optional.empty()));
            remedies.add(new Remedy(Repair.MERGE, Optional.of(other), Optional.empty()));
        });
        remedies.add(Remedy.of(Repair.RETAKE));
        remedies.add(Remedy.of(Repair.DISMISS));
        return new Trouble(person.id(), Optional.of(photo.id()), new Fault.DifferentUser(holder), permitted(remedies));
    }

    private Optional<PersonId> holder(String userId) {
        try {
            return records.people()
                    .persons()
                    .withExternalId(UUID.fromString(userId).toString())
                    .filter(person -> person.removed().isEmpty())
                    .map(Person::id);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<Trouble> inUse(Person person, PhotoRecord photo, IndexedFace face, Map<PhotoId, Float> cosines) {
        var cosine = Optional.ofNullable(cosines.get(photo.id())).filter(Resemblance::far);
        if (cosine.isPresent() && !photo.accepted()) {
            var fault = new Fault.FarFromOthers(Resemblance.similarity(cosine.get()), resemblance.engine());
            return trouble(person, photo, fault, Repair.MOVE, Repair.RETAKE, Repair.DISMISS);
        }
        return face.reasons().contains(Refusal.ALREADY_THERE)
                ? trouble(person, photo, new Fault.AlreadyThere(), Repair.DISMISS)
                : Optional.empty();
    }

    private Optional<Trouble> updating(Person person, CollectionRef collection, Set<PhotoId> inUse) {
        var store = records.people().collections();
        var waiting = !inUse.isEmpty()
                && store.user(person.id(), collection.id())
                        .filter(user -> !user.active())
                        .isPresent();
        return waiting
                ? store.since(person.id(), collection.id())
                        .map(since -> new Trouble(
                                person.id(),
                                Optional.empty(),
                                new Fault.Updating(since),
                                permitted(List.of(Remedy.of(Repair.WAIT)))))
                : Optional.empty();
    }

    private Optional<Trouble> trouble(Person person, PhotoRecord photo, Fault fault, Repair... repairs) {
        var remedies = Arrays.stream(repairs).map(Remedy::of).toList();
        return Optional.of(new Trouble(person.id(), Optional.of(photo.id()), fault, permitted(remedies)));
    }

    private List<Remedy> permitted(List<Remedy> remedies) {
        return remedies.stream()
                .filter(remedy -> records.session().may(permission(remedy.repair())))
                .toList();
    }

    private static Permission permission(Repair repair) {
        return switch (repair) {
            case MOVE, MERGE -> Permission.MANAGE_PEOPLE;
            case ACCEPT_LOWER -> Permission.ACCEPT_LOWER;
            case RETAKE, INDEX_AGAIN, DROP_WEAKEST, WAIT, DISMISS -> Permission.ENROL;
        };
    }
}
