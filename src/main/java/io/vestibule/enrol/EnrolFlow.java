package io.vestibule.enrol;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.cloud.ImageSource;
import io.vestibule.journal.JournalRunner;
import io.vestibule.journal.NewStep;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PhotoRecord;
import java.time.Duration;
import java.util.ArrayList;
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
    private final JournalRunner runner;
    private final Supplier<EnrolSettings> settings;

    public EnrolFlow(
            Records records,
            Service service,
            Collections collections,
            JournalRunner runner,
            Supplier<EnrolSettings> settings) {
        this.records = records;
        this.service = service;
        this.collections = collections;
        this.runner = runner;
        this.settings = settings;
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

    private List<Match> search(byte[] jpeg, float threshold) {
        var collection = collections.of(records.company());
        var found = new ArrayList<Match>();
        var image = new ImageSource.Bytes(jpeg);
        for (var match : service.faces().searchUsers(collection.externalId(), image, threshold, MATCHES)) {
            records.people()
                    .persons()
                    .withExternalId(match.userId())
                    .filter(person -> person.removed().isEmpty())
                    .ifPresent(person -> found.add(new Match(
                            person, match.similarity(), service.faces().engine())));
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
        var enrolment = records.database().inTransaction(() -> {
            var person = decision instanceof Decision.SamePerson same
                    ? renew(same.person(), details)
                    : insert(details, decision, sample);
            var fresh = photos.stream()
                    .filter(photo -> records.people()
                            .photos()
                            .withBytes(company.id(), photo.photo().sha256())
                            .isEmpty())
                    .toList();
            var ids = insert(person, collection, PhotoSet.of(fresh));
            var job = ids.isEmpty()
                    ? Optional.<UUID>empty()
                    : Optional.of(records.journal().add(steps(person.id(), ids), Duration.ZERO));
            return new Enrolment(person.id(), job, fresh.size(), photos.size() - fresh.size());
        });
        runner.wake();
        return enrolment;
    }

    /// Sends what did not get through once more, for instance after an undone removal.
    public UUID resume(PersonId person) {
        var ids = records.people().photos().of(person).stream()
                .map(PhotoRecord::id)
                .toList();
        var job = records.journal().add(steps(person, ids), Duration.ZERO);
        runner.wake();
        return job;
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

    private Person renew(PersonId id, Details details) {
        var known = records.people()
                .persons()
                .find(id)
                .filter(person -> person.removed().isEmpty())
                .orElseThrow(() -> new EnrolException("enrol.person-gone"));
        var later =
                known.expires().filter(until -> until.isAfter(details.expires().orElseThrow()));
        var renewed = new Person(
                known.id(),
                known.company(),
                known.externalId(),
                known.kind(),
                known.name(),
                known.contact(),
                known.sites(),
                known.note(),
                later.or(details::expires),
                known.created(),
                Optional.empty(),
                known.sample());
        records.people().persons().update(renewed);
        records.people().bases().add(id, details.basis().orElseThrow());
        records.log().append("person.renewed", id.toString());
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
            records.people().collections().put(IndexedFace.captured(photo.id(), collection.id()));
            ids.add(photo.id());
        }
        return ids;
    }

    private static List<NewStep> steps(PersonId person, List<PhotoId> photos) {
        var steps = new ArrayList<NewStep>();
        photos.forEach(photo -> steps.add(new NewStep(StepKind.STORE_PHOTO, photo.toString())));
        photos.forEach(photo -> steps.add(new NewStep(StepKind.INDEX_PHOTO, photo.toString())));
        for (var kind : List.of(
                StepKind.CREATE_USER, StepKind.ASSOCIATE_FIRST, StepKind.ASSOCIATE_REST, StepKind.FOLLOW_USER)) {
            steps.add(new NewStep(kind, person.toString()));
        }
        return steps;
    }
}
