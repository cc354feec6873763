package io.vestibule.enrol;

import io.vestibule.audit.Permission;
import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.Company;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.PersonChange;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.Undo;
import io.vestibule.vision.VectorModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Enrols a person: duplicate search first, then one transaction that stores everything, then the journal performs
/// the steps.
public final class EnrolFlow {

    private final EnrolContext context;
    private final FaceService faceService;
    private final CompanyCollections companyCollections;
    private final Supplier<EnrolSettings> settings;
    private final Supplier<VectorModel> localModel;
    private final Optional<CompanyId> owner;

    /// @param localModel the model that computed the drafts' vectors
    public EnrolFlow(
            EnrolContext enrolContext,
            FaceService faceService,
            CompanyCollections companyCollections,
            Supplier<EnrolSettings> settings,
            Supplier<VectorModel> localModel) {
        this(enrolContext, faceService, companyCollections, settings, localModel, Optional.empty());
    }

    private EnrolFlow(
            EnrolContext enrolContext,
            FaceService faceService,
            CompanyCollections companyCollections,
            Supplier<EnrolSettings> settings,
            Supplier<VectorModel> localModel,
            Optional<CompanyId> owner) {
        this.context = enrolContext;
        this.faceService = faceService;
        this.companyCollections = companyCollections;
        this.settings = settings;
        this.localModel = localModel;
        this.owner = owner;
    }

    /// The same for a form that was filled in for this company. If the console is set to another one meanwhile, it
    /// searches and saves nothing, and throws [EnrolException] `enrol.other-company`.
    public EnrolFlow of(CompanyId company) {
        return new EnrolFlow(context, faceService, companyCollections, settings, localModel, Optional.of(company));
    }

    private Company company() {
        var active = context.company();
        if (owner.filter(known -> !known.equals(active.id())).isPresent()) {
            throw new EnrolException("enrol.other-company");
        }
        return active;
    }

    /// People of the collection who may be the same person, best match first. The photo is sent and not stored.
    ///
    /// @throws io.vestibule.cloud.CloudException if the service gives no answer
    public List<PersonMatch> searchDuplicates(DraftPhoto photo) {
        return search(photo.photo().bytes(), settings.get().duplicate(people()));
    }

    /// Number of people of the company: the more there are, the more similar a match has to be.
    public long people() {
        return context.people().persons().count(company().id());
    }

    /// Lowest similarity of a match of [#identify].
    public float searchThreshold() {
        return settings.get().search(people());
    }

    /// Who the photo shows, best match first. The photo is sent and not stored.
    ///
    /// @param jpeg up to 5 MB
    public List<PersonMatch> identify(byte[] jpeg) {
        return search(jpeg, searchThreshold());
    }

    private List<PersonMatch> search(byte[] jpeg, float threshold) {
        return new PersonSearch(context, faceService)
                .search(companyCollections.getOrCreate(company()), jpeg, threshold, people());
    }

    /// Writes person, photos, legal basis and steps in one transaction. The journal performs the steps, also
    /// after a crash. A person without photos is valid.
    ///
    /// @throws EnrolException if something is missing or wrong; nothing was written
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public Enrolment save(EnrolDetails enrolDetails, List<DraftPhoto> photos, DuplicateDecision duplicateDecision) {
        return saveEnrolment(enrolDetails, photos, duplicateDecision, false);
    }

    Enrolment saveEnrolment(
            EnrolDetails enrolDetails, List<DraftPhoto> photos, DuplicateDecision duplicateDecision, boolean sample) {
        context.session().require(Permission.ENROL);
        context.requireWatchPermission(enrolDetails.kind());
        check(enrolDetails);
        if (!photos.isEmpty() && !enrolDetails.permitsPhotos()) {
            throw new EnrolException("enrol.photos-declined");
        }
        var company = company();
        var collection = companyCollections.getOrCreate(company);
        return context.database().inTransaction(() -> {
            var before = changeOf(duplicateDecision, collection);
            var saved = createOrRenewPerson(enrolDetails, duplicateDecision, sample);
            var person = saved.person();
            var fresh = unknown(company, photos);
            var again = known(company, photos);
            var old = duplicateDecision instanceof DuplicateDecision.UpdatedPerson
                    ? context.people().photos().findByPerson(person.id()).stream()
                            .filter(photo -> !again.contains(photo.id()))
                            .toList()
                    : List.<PhotoRecord>of();
            if (before.isEmpty() && person.kind() == PersonKind.WATCH && fresh.isEmpty()) {
                throw new EnrolException("enrol.watch-without-face");
            }
            var ids = insertPhotos(
                    person, collection, PhotoSet.of(fresh, localModel.get().cohort()));
            if (before.isPresent() && !ids.isEmpty()) {
                context.log().append("person.photos-added", person.id().toString());
            }
            var steps = new ArrayList<NewStep>();
            if (duplicateDecision instanceof DuplicateDecision.SearchDeferred) {
                steps.add(new NewStep(EnrolStep.SEARCH_FIRST, person.id().toString()));
                context.people().photos().saveHandedInAgain(person.id(), again);
            }
            steps.addAll(steps(person.id(), ids));
            var job = ids.isEmpty()
                    ? Optional.<UUID>empty()
                    : Optional.of(context.journal().add(company.id(), steps, Duration.ZERO));
            before.map(change -> withPhotos(change.withBasis(saved.basis()), ids, old))
                    .ifPresent(context.changes()::insert);
            return new Enrolment(person.id(), job, fresh.size(), photos.size() - fresh.size());
        });
    }

    /// The change of somebody who is enrolled already, as it has to be stored before it is made.
    private Optional<PersonChange> changeOf(DuplicateDecision duplicateDecision, CollectionRef collection) {
        return switch (duplicateDecision) {
            case DuplicateDecision.SamePerson same -> Optional.of(changeOf(same.person(), collection));
            case DuplicateDecision.UpdatedPerson updated -> Optional.of(changeOf(updated.person(), collection));
            default -> Optional.empty();
        };
    }

    private PersonChange changeOf(PersonId id, CollectionRef collection) {
        return PersonChange.of(Undo.ChangeKind.ENROL_KNOWN, id, context.clock().instant())
                .withBefore(PersonEdit.of(requirePerson(id)))
                .withNewUser(
                        context.people().collections().user(id, collection.id()).isEmpty());
    }

    /// The replaced photos are erased when the undo period is over, and every new one is associated.
    private PersonChange withPhotos(PersonChange change, List<PhotoId> added, List<PhotoRecord> old) {
        var place = new AtomicInteger();
        var complete = change.withMoved(added.stream()
                .map(photo -> new PersonChange.Moved(photo, place.getAndIncrement(), false))
                .toList());
        if (added.isEmpty() || old.isEmpty()) {
            return complete;
        }
        var steps = new ArrayList<NewStep>();
        added.forEach(photo -> steps.add(new NewStep(EnrolStep.INDEX_PHOTO, photo.toString())));
        old.forEach(photo ->
                steps.add(new NewStep(EnrolStep.DROP_REPLACED, photo.id().toString())));
        return complete.withJob(context.journal().add(context.companyOf(change.person()), steps, Undo.WINDOW));
    }

    /// Adds photos to a person who is already enrolled, on the legal basis in force.
    ///
    /// @throws EnrolException if the person was removed, declined photos, or was never asked; nothing was written
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public Enrolment addPhotos(PersonId id, List<DraftPhoto> photos) {
        return addPhotos(id, photos, Optional.empty());
    }

    /// The same for a person who was asked for consent now.
    ///
    /// @param answer their answer, which counts from now on; empty if they were not asked
    /// @throws EnrolException if the person was removed, declined photos, or was never asked; nothing was written
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public Enrolment addPhotos(PersonId id, List<DraftPhoto> photos, Optional<LegalBasis> answer) {
        context.session().require(Permission.ENROL);
        var company = company();
        var collection = companyCollections.getOrCreate(company);
        return context.database().inTransaction(() -> {
            var person = requirePerson(id);
            context.requireWatchPermission(person.kind());
            answer.ifPresent(basis -> {
                context.people().bases().add(id, basis);
                context.log().append("person.asked", id.toString());
            });
            var inForce = context.basisInForce(id);
            if (inForce.filter(LegalBasis::permitsPhotos).isEmpty()) {
                throw new EnrolException(
                        inForce.isPresent()
                                ? "enrol.photos-declined"
                                : person.kind() == PersonKind.WATCH ? "enrol.reason-missing" : "enrol.consent-missing");
            }
            var fresh = unknown(company, photos);
            var ids = insertPhotos(
                    person, collection, PhotoSet.of(fresh, localModel.get().cohort()));
            if (!ids.isEmpty()) {
                context.log().append("person.photos-added", id.toString());
            }
            var job = ids.isEmpty()
                    ? Optional.<UUID>empty()
                    : Optional.of(context.journal().add(person.company(), steps(id, ids), Duration.ZERO));
            return new Enrolment(id, job, fresh.size(), photos.size() - fresh.size());
        });
    }

    private void check(EnrolDetails enrolDetails) {
        var problems = enrolDetails.problems(context.clock().instant());
        if (!problems.isEmpty()) {
            throw new EnrolException(problems);
        }
    }

    /// Stored photos with the same bytes.
    private List<PhotoId> known(Company company, List<DraftPhoto> photos) {
        return photos.stream()
                .flatMap(photo -> context
                        .people()
                        .photos()
                        .findBySha256(company.id(), photo.photo().sha256())
                        .stream())
                .map(PhotoRecord::id)
                .distinct()
                .toList();
    }

    /// The photos that the company does not have, each once.
    private List<DraftPhoto> unknown(Company company, List<DraftPhoto> photos) {
        var seen = new HashSet<String>();
        return photos.stream()
                .filter(photo -> seen.add(photo.photo().sha256()))
                .filter(photo -> context.people()
                        .photos()
                        .findBySha256(company.id(), photo.photo().sha256())
                        .isEmpty())
                .toList();
    }

    /// @param basis the added entry
    private record Saved(Person person, UUID basis) {}

    private Saved createOrRenewPerson(EnrolDetails enrolDetails, DuplicateDecision duplicateDecision, boolean sample) {
        return switch (duplicateDecision) {
            case DuplicateDecision.SamePerson same -> renew(same.person(), enrolDetails, false, same.rename());
            case DuplicateDecision.UpdatedPerson updated ->
                renew(updated.person(), enrolDetails, true, updated.rename());
            case DuplicateDecision.NoDuplicate _, DuplicateDecision.SearchDeferred _ ->
                insertPerson(enrolDetails, sample);
            case DuplicateDecision.DifferentPerson different -> {
                var lookAlike = requirePerson(different.lookAlike());
                var saved = insertPerson(enrolDetails, sample);
                var operator = context.session().require(Permission.ENROL).id();
                context.people()
                        .persons()
                        .setLookAlike(
                                saved.person().id(),
                                lookAlike.id(),
                                operator,
                                context.clock().instant());
                yield saved;
            }
        };
    }

    private Person requirePerson(PersonId id) {
        return context.people()
                .persons()
                .find(id)
                .filter(person -> person.removed().isEmpty())
                .orElseThrow(() -> new EnrolException("enrol.person-gone"));
    }

    private Saved insertPerson(EnrolDetails enrolDetails, boolean sample) {
        var person = new Person(
                PersonId.mint(),
                company().id(),
                UUID.randomUUID(),
                enrolDetails.kind(),
                enrolDetails.name().strip(),
                enrolDetails.contact(),
                enrolDetails.sites(),
                enrolDetails.note(),
                enrolDetails.expires(),
                context.clock().instant(),
                Optional.empty(),
                sample);
        context.people().persons().insert(person);
        var basis =
                context.people().bases().add(person.id(), enrolDetails.basis().orElseThrow());
        context.log().append("person.enrolled", person.id().toString());
        return new Saved(person, basis);
    }

    /// @param overwrite replace contact, sites, note and expiry with the typed values; else keep the later expiry
    /// @param rename replace the name, too
    private Saved renew(PersonId id, EnrolDetails enrolDetails, boolean overwrite, boolean rename) {
        var known = requirePerson(id);
        // A known person keeps their kind, whatever was typed, and the new legal basis has to fit it.
        context.requireWatchPermission(known.kind());
        if (overwrite && context.hold(id).isPresent()) {
            throw new EnrolException("enrol.person-held");
        }
        check(enrolDetails.withKind(known.kind()));
        var later = known.expires()
                .filter(until -> until.isAfter(enrolDetails.expires().orElseThrow()));
        var renewed = new Person(
                known.id(),
                known.company(),
                known.externalId(),
                known.kind(),
                rename ? enrolDetails.name().strip() : known.name(),
                overwrite ? enrolDetails.contact() : known.contact(),
                overwrite ? enrolDetails.sites() : known.sites(),
                overwrite && !enrolDetails.note().isBlank() ? enrolDetails.note() : known.note(),
                overwrite ? enrolDetails.expires() : later.or(enrolDetails::expires),
                known.created(),
                Optional.empty(),
                known.sample());
        context.people().persons().update(renewed);
        var basis = context.people().bases().add(id, enrolDetails.basis().orElseThrow());
        context.requirePhotosPermitted(id);
        if (rename) {
            context.log().append("person.renamed", id.toString());
        }
        context.log().append(overwrite ? "person.updated" : "person.renewed", id.toString());
        return new Saved(renewed, basis);
    }

    private List<PhotoId> insertPhotos(Person person, CollectionRef collection, PhotoSet set) {
        var place = context.people().photos().nextPosition(person.id());
        var ids = new ArrayList<PhotoId>();
        for (var draft : set.ordered()) {
            var photo = new PhotoRecord(
                    PhotoId.mint(),
                    person.company(),
                    person.id(),
                    draft.photo().sha256(),
                    draft.photo().width(),
                    draft.photo().height(),
                    place++,
                    set.outliers().contains(draft),
                    context.clock().instant());
            context.people().photos().insert(photo, draft.photo().bytes(), draft.thumbnail());
            context.people()
                    .vectors()
                    .save(
                            photo.id(),
                            localModel.get().engine(),
                            draft.face().vector().values());
            context.people().collections().saveFace(IndexedFace.captured(photo.id(), collection.id()));
            ids.add(photo.id());
        }
        return ids;
    }

    private static List<NewStep> steps(PersonId person, List<PhotoId> photos) {
        var steps = new ArrayList<NewStep>();
        photos.forEach(photo -> steps.add(new NewStep(EnrolStep.STORE_PHOTO, photo.toString())));
        photos.forEach(photo -> steps.add(new NewStep(EnrolStep.INDEX_PHOTO, photo.toString())));
        for (var kind : List.of(
                EnrolStep.CREATE_USER, EnrolStep.ASSOCIATE_FIRST, EnrolStep.ASSOCIATE_REST, EnrolStep.FOLLOW_USER)) {
            steps.add(new NewStep(kind, person.toString()));
        }
        return steps;
    }
}
