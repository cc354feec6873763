package io.vestibule.enrol.transfer;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.FaceService;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Adopts users that another program created in the collection: each becomes a person as soon as they have a name and
/// a legal basis. A user that is not adopted stays in the collection, and is left out of all search results.
public final class AdoptFlow {

    private final EnrolContext context;
    private final FaceService faceService;
    private final CompanyCollections companyCollections;

    /// A user of the collection for whom no person is stored.
    ///
    /// @param adoptable whether the id is a UUID, as the ids of people are; other users cannot be adopted
    public record UnknownUser(String userId, String status, boolean adoptable) {}

    public AdoptFlow(EnrolContext enrolContext, FaceService faceService, CompanyCollections companyCollections) {
        this.context = enrolContext;
        this.faceService = faceService;
        this.companyCollections = companyCollections;
    }

    /// Sorted by id, adoptable users first. Lists all users of the service.
    ///
    /// @throws io.vestibule.cloud.CloudException if the service gives no answer
    public List<UnknownUser> fetchUnknownUsers() {
        var collection = companyCollections.getOrCreate(context.company());
        return faceService.faces().userStatuses(collection.externalId()).entrySet().stream()
                .filter(user -> context.people()
                        .persons()
                        .findByExternalId(user.getKey())
                        .isEmpty())
                .map(AdoptFlow::toUnknownUser)
                .sorted((one, other) -> one.adoptable() == other.adoptable()
                        ? one.userId().compareTo(other.userId())
                        : Boolean.compare(other.adoptable(), one.adoptable()))
                .toList();
    }

    private static UnknownUser toUnknownUser(Map.Entry<String, String> user) {
        return new UnknownUser(user.getKey(), user.getValue(), id(user.getKey()).isPresent());
    }

    /// Creates a person for a user. Nothing is sent, since the service has their faces. Photos can be added as for
    /// anybody else.
    ///
    /// @throws EnrolException if something is missing or wrong, or the id is not adoptable
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public PersonId adopt(UnknownUser unknownUser, EnrolDetails enrolDetails) {
        context.session().require(Permission.MANAGE_PEOPLE);
        context.requireWatchPermission(enrolDetails.kind());
        var problems = enrolDetails.problems(context.clock().instant());
        if (!problems.isEmpty()) {
            throw new EnrolException(problems);
        }
        // The faces of the user are in the collection already.
        if (!enrolDetails.permitsPhotos()) {
            throw new EnrolException("enrol.photos-declined");
        }
        var externalId = id(unknownUser.userId()).orElseThrow(() -> new EnrolException("enrol.not-adoptable"));
        var company = context.company();
        var collection = companyCollections.getOrCreate(company);
        return context.database().inTransaction(() -> {
            if (context.people()
                    .persons()
                    .findByExternalId(unknownUser.userId())
                    .isPresent()) {
                throw new EnrolException("enrol.not-adoptable");
            }
            var person = new Person(
                    PersonId.mint(),
                    company.id(),
                    externalId,
                    enrolDetails.kind(),
                    enrolDetails.name().strip(),
                    enrolDetails.contact(),
                    enrolDetails.sites(),
                    enrolDetails.note(),
                    enrolDetails.expires(),
                    context.clock().instant(),
                    Optional.empty(),
                    false);
            context.people().persons().insert(person);
            context.people().bases().add(person.id(), enrolDetails.basis().orElseThrow());
            context.people()
                    .collections()
                    .saveAdopted(new CollectionUser(
                            person.id(), collection.id(), unknownUser.userId(), unknownUser.status()));
            context.log().append("person.adopted", person.id().toString());
            return person.id();
        });
    }

    /// The service distinguishes ids by case, so only the spelling that this program writes is accepted.
    private static Optional<UUID> id(String userId) {
        try {
            return Optional.of(UUID.fromString(userId))
                    .filter(id -> id.toString().equals(userId));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
