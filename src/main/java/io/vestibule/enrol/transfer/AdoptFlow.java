package io.vestibule.enrol.transfer;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.Collections;
import io.vestibule.enrol.Details;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.Records;
import io.vestibule.enrol.Service;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Takes over users whom somebody else put into the collection: each becomes a person as soon as they have a
/// name and a reason to be kept. Who is left alone stays in the collection, and no search of ours names them.
public final class AdoptFlow {

    private final Records records;
    private final Service service;
    private final Collections collections;

    /// A user of the collection who is nobody of ours.
    ///
    /// @param adoptable whether the id is a UUID, as those of people are; others can only be left alone
    public record Stranger(String userId, String status, boolean adoptable) {}

    public AdoptFlow(Records records, Service service, Collections collections) {
        this.records = records;
        this.service = service;
        this.collections = collections;
    }

    /// Sorted by id, those who can be adopted first. Asks the service for all users.
    ///
    /// @throws io.vestibule.cloud.CloudException if the service gives no answer
    public List<Stranger> strangers() {
        var collection = collections.of(records.company());
        return service.faces().userStatuses(collection.externalId()).entrySet().stream()
                .filter(user ->
                        records.people().persons().withExternalId(user.getKey()).isEmpty())
                .map(AdoptFlow::stranger)
                .sorted((one, other) -> one.adoptable() == other.adoptable()
                        ? one.userId().compareTo(other.userId())
                        : Boolean.compare(other.adoptable(), one.adoptable()))
                .toList();
    }

    private static Stranger stranger(Map.Entry<String, String> user) {
        return new Stranger(user.getKey(), user.getValue(), id(user.getKey()).isPresent());
    }

    /// Makes a person of a user. Nothing is sent: the service has their faces. Photos can be added like
    /// anybody's.
    ///
    /// @throws EnrolException if something is missing or wrong, or the id is not one of a person
    /// @throws io.vestibule.audit.AuditException if the operator may not
    public PersonId adopt(Stranger stranger, Details details) {
        records.session().require(Permission.MANAGE_PEOPLE);
        var problems = details.problems(records.clock().instant());
        if (!problems.isEmpty()) {
            throw new EnrolException(problems);
        }
        var externalId = id(stranger.userId()).orElseThrow(() -> new EnrolException("enrol.not-adoptable"));
        var company = records.company();
        var collection = collections.of(company);
        return records.database().inTransaction(() -> {
            if (records.people().persons().withExternalId(stranger.userId()).isPresent()) {
                throw new EnrolException("enrol.not-adoptable");
            }
            var person = new Person(
                    PersonId.mint(),
                    company.id(),
                    externalId,
                    details.kind(),
                    details.name().strip(),
                    details.contact(),
                    details.sites(),
                    details.note(),
                    details.expires(),
                    records.clock().instant(),
                    Optional.empty(),
                    false);
            records.people().persons().insert(person);
            records.people().bases().add(person.id(), details.basis().orElseThrow());
            records.people()
                    .collections()
                    .put(new CollectionUser(person.id(), collection.id(), stranger.userId(), stranger.status()));
            records.log().append("person.adopted", person.id().toString());
            return person.id();
        });
    }

    /// The service tells ids apart by case, so only the spelling that we would write is ours.
    private static Optional<UUID> id(String userId) {
        try {
            return Optional.of(UUID.fromString(userId))
                    .filter(id -> id.toString().equals(userId));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
