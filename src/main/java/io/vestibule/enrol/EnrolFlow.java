package io.vestibule.enrol;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.cloud.ImageSource;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.Company;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PhotoRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Enrols a person: search first, then one transaction that writes everything down, then the journal does the rest.
public final class EnrolFlow {

    private static final int MATCHES = 10;

    private final Records records;
    private final Service service;
    private final Collections collections;
    private final Supplier<EnrolSettings> settings;
    private final Supplier<String> eyes;

    /// @param eyes name of the engine of this machine that made the drafts' vectors
    public EnrolFlow(
            Records records,
            Service service,
            Collections collections,
            Supplier<EnrolSettings> settings,
            Supplier<String> eyes) {
        this.records = records;
        this.service = service;
        this.collections = collections;
        this.settings = settings;
        this.eyes = eyes;
    }

    /// Who of the collection may be this very person already, best first. The photo is sent and not stored.
    ///
    /// @throws io.vestibule.cloud.CloudException if the service gives no answer
    public List<Match> alreadyEnrolled(DraftPhoto photo) {
        var people = records.people().persons().count(records.company().id());
        return search(photo.photo().bytes(), settings.get().duplicate(people));
    }

    /// Who this is, best first. The photo is sent and not stored.
    ///
    /// @param jpeg up to 5 MB
    public List<Match> whoIs(byte[] jpeg) {
        return search(jpeg, settings.get().search());
    }

    /// Who was said to be somebody else than a better match is left out: that was asked before.
    private List<Match> search(byte[] jpeg, float threshold) {
        var collection = collections.of(records.company());
        var found = new ArrayList<Match>();
        var told = new HashSet<PersonId>();
        var image = new ImageSource.Bytes(jpeg);
        for (var match : service.faces().searchUsers(collection.externalId(), image, threshold, MATCHES)) {
            records.people()
                    .persons()
                    .withExternalId(match.userId())
                    .filter(person -> person.removed().isEmpty() && !told.contains(person.id()))
                    .ifPresent(person -> {
                        found.add(new Match(
                                person, match.similarity(), service.faces().engine()));
                        told.addAll(records.people().persons().lookAlikes(person.id()));
                    });
        }
        return found;
    }

    /// Writes person, photos, legal basis and steps in one transaction. What follows goes on by itself, also after a
    /// crash; a person without photos is a normal person.
    ///
    /// @throws EnrolException if something is missing or wrong; nothing was written
    /// @throws io.vestibule.audit.AuditException if the operator may not
    public Enrolment save(Details details, List<DraftPhoto> photos, Decision decision) {
        return save(details, photos, decision, false);
    }

    Enrolment save(Details details, List<DraftPhoto> photos, Decision decision, boolean sample) {
        records.session().require(Permission.ENROL);
        if (details.kind() == PersonKind.WATCH) {
            records.session().require(Permission.ENROL_WATCH);
        }
        var problems = details.problems(records.clock().instant());
        if (!problems.isEmpty()) {
            throw new EnrolException(problems);
        }
        if (!photos.isEmpty() && !details.permitsPhotos()) {
            throw new EnrolException("enrol.photos-declined");
        }
        var company = records.company();
        var collection = collections.of(company);
        return records.database().inTransaction(() -> {
            var person = person(details, decision, sample);
            var fresh = photos.stream().filter(photo -> unknown(company, photo)).toList();
            var old = decision instanceof Decision.UpdatedPerson
                    ? records.people().photos().of(person.id())
                    : List.<PhotoRecord>of();
            var ids = insert(person, collection, PhotoSet.of(fresh));
            var steps = new ArrayList<NewStep>();
            if (decision instanceof Decision.NotAsked) {
                steps.add(new NewStep(EnrolStep.SEARCH_FIRST, person.id().toString()));
            }
            steps.addAll(steps(person.id(), ids));
            old.forEach(photo ->
                    steps.add(new NewStep(EnrolStep.DROP_REPLACED, photo.id().toString())));
            var job = ids.isEmpty()
                    ? Optional.<UUID>empty()
                    : Optional.of(records.journal().add(steps, Duration.ZERO));
            return new Enrolment(person.id(), job, fresh.size(), photos.size() - fresh.size());
        });
    }

    /// More photos of somebody who is there.
    ///
    /// @throws EnrolException if the person is gone, or said no to photos; nothing was written
    /// @throws io.vestibule.audit.AuditException if the operator may not
    public Enrolment add(PersonId id, List<DraftPhoto> photos) {
        records.session().require(Permission.ENROL);
        var company = records.company();
        var collection = collections.of(company);
        return records.database().inTransaction(() -> {
            var person = present(id);
            if (person.kind() == PersonKind.WATCH) {
                records.session().require(Permission.ENROL_WATCH);
            }
            if (records.people().bases().of(id).stream().findFirst().orElse(null) instanceof LegalBasis.Declined) {
                throw new EnrolException("enrol.photos-declined");
            }
            var fresh = photos.stream().filter(photo -> unknown(company, photo)).toList();
            var ids = insert(person, collection, PhotoSet.of(fresh));
            records.log().append("person.photos-added", id.toString());
            var job = ids.isEmpty()
                    ? Optional.<UUID>empty()
                    : Optional.of(records.journal().add(steps(id, ids), Duration.ZERO));
            return new Enrolment(id, job, fresh.size(), photos.size() - fresh.size());
        });
    }

    private boolean unknown(Company company, DraftPhoto photo) {
        return records.people()
                .photos()
                .withBytes(company.id(), photo.photo().sha256())
                .isEmpty();
    }

    /// Sends what did not get through once more, for instance after an undone removal.
    public void resume(PersonId person) {
        var ids = records.people().photos().of(person).stream()
                .map(PhotoRecord::id)
                .toList();
        if (ids.isEmpty()) {
            return;
        }
        var steps = new ArrayList<NewStep>();
        ids.forEach(photo -> steps.add(new NewStep(EnrolStep.FREE_FACE, photo.toString())));
        steps.addAll(steps(person, ids));
        records.journal().add(steps, Duration.ZERO);
    }

    private Person person(Details details, Decision decision, boolean sample) {
        return switch (decision) {
            case Decision.SamePerson same -> renew(same.person(), details, false);
            case Decision.UpdatedPerson updated -> renew(updated.person(), details, true);
            case Decision.Unknown _, Decision.NotAsked _, Decision.DifferentPerson _ ->
                insert(details, decision, sample);
        };
    }

    private Person present(PersonId id) {
        return records.people()
                .persons()
                .find(id)
                .filter(person -> person.removed().isEmpty())
                .orElseThrow(() -> new EnrolException("enrol.person-gone"));
    }

    private Person insert(Details details, Decision decision, boolean sample) {
        var now = records.clock().instant();
        var person = new Person(
                PersonId.mint(),
                records.company().id(),
                UUID.randomUUID(),
                details.kind(),
                details.name().strip(),
                details.contact(),
                details.sites(),
                details.note(),
                details.expires(),
                now,
                Optional.empty(),
                sample);
        records.people().persons().insert(person);
        records.people().bases().add(person.id(), details.basis().orElseThrow());
        if (decision instanceof Decision.DifferentPerson different) {
            var operator = records.session().require(Permission.ENROL).id();
            records.people().persons().setLookAlike(person.id(), different.lookAlike(), operator, now);
        }
        records.log().append("person.enrolled", person.id().toString());
        return person;
    }

    /// @param overwrite take contact, sites, note and time as they are typed now; else the later time
    private Person renew(PersonId id, Details details, boolean overwrite) {
        var known = present(id);
        var later =
                known.expires().filter(until -> until.isAfter(details.expires().orElseThrow()));
        var renewed = new Person(
                known.id(),
                known.company(),
                known.externalId(),
                known.kind(),
                known.name(),
                overwrite ? details.contact() : known.contact(),
                overwrite ? details.sites() : known.sites(),
                overwrite && !details.note().isBlank() ? details.note() : known.note(),
                overwrite ? details.expires() : later.or(details::expires),
                known.created(),
                Optional.empty(),
                known.sample());
        records.people().persons().update(renewed);
        records.people().bases().add(id, details.basis().orElseThrow());
        records.log().append(overwrite ? "person.updated" : "person.renewed", id.toString());
        return renewed;
    }

    private List<PhotoId> insert(Person person, CollectionRef collection, PhotoSet set) {
        var place = records.people().photos().nextPlace(person.id());
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
                    set.farFromTheRest().contains(draft),
                    records.clock().instant());
            records.people().photos().insert(photo, draft.photo().bytes(), draft.thumbnail());
            records.people()
                    .vectors()
                    .put(photo.id(), eyes.get(), draft.face().vector().values());
            records.people().collections().put(IndexedFace.captured(photo.id(), collection.id()));
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
