package io.vestibule.enrol.transfer;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.FaceService;
import io.vestibule.enrol.PersonMatch;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.Person;
import io.vestibule.people.change.SuppressionStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Adopts users that another program created in the collection: each becomes a person as soon as they have a name and
/// a legal basis. A user that is not adopted stays in the collection, and is left out of all search results.
public final class AdoptFlow {

    private static final int MATCHES = 10;
    private static final Pattern USER_ID = Pattern.compile("[a-zA-Z0-9_.\\-:]{1,128}");

    private final EnrolContext context;
    private final FaceService faceService;
    private final CompanyCollections companyCollections;
    private final Supplier<EnrolSettings> settings;
    private final SuppressionStore suppressed;

    /// A user of the collection for whom no person is stored.
    ///
    /// @param userId in the other program's spelling, for example `first-last-1738375179381`; the person keeps it
    public record UnknownUser(String userId, String status) {}

    /// @param settings of the engine in use: how similar a match has to be
    /// @param suppressed people who were erased and are not taken over again
    public AdoptFlow(
            EnrolContext enrolContext,
            FaceService faceService,
            CompanyCollections companyCollections,
            Supplier<EnrolSettings> settings,
            SuppressionStore suppressed) {
        this.context = enrolContext;
        this.faceService = faceService;
        this.companyCollections = companyCollections;
        this.settings = settings;
        this.suppressed = suppressed;
    }

    /// Sorted by id. Lists all users of the service.
    ///
    /// @throws io.vestibule.cloud.CloudException if the service gives no answer
    public List<UnknownUser> fetchUnknownUsers() {
        var collection = companyCollections.getOrCreate(context.company());
        return faceService.faces().userStatuses(collection.externalId()).entrySet().stream()
                .filter(user -> context.people()
                        .persons()
                        .findByExternalId(user.getKey())
                        .isEmpty())
                .map(user -> new UnknownUser(user.getKey(), user.getValue()))
                .sorted(Comparator.comparing(UnknownUser::userId))
                .toList();
    }

    /// The person of the active company whom the faces of an unknown user resemble most, if they are similar enough for
    /// a search. One call, which Amazon charges for.
    ///
    /// @throws io.vestibule.cloud.CloudException if the service gives no answer
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public Optional<PersonMatch> findSimilarPerson(UnknownUser unknownUser) {
        context.session().require(Permission.MANAGE_PEOPLE);
        var company = context.company();
        var collection = companyCollections.getOrCreate(company);
        long among = context.people().persons().count(company.id());
        var threshold = settings.get().search(among);
        return faceService.faces().usersLike(collection.externalId(), unknownUser.userId(), threshold, MATCHES).stream()
                .flatMap(match -> context
                        .people()
                        .persons()
                        .findByExternalId(match.userId())
                        .filter(person -> person.removed().isEmpty())
                        .map(person -> new PersonMatch(
                                person, match.similarity(), faceService.faces().scoreScale(), among))
                        .stream())
                .findFirst();
    }

    /// Creates a person for a user. Nothing is sent, since the service has their faces. Photos can be added as for
    /// anybody else.
    ///
    /// @throws EnrolException if something is missing or wrong, the user is a person already, or was erased here
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
        if (!isUserId(unknownUser.userId())) {
            throw new EnrolException("enrol.not-adoptable");
        }
        var company = context.company();
        if (suppressed
                .erasedAt(company.id(), SuppressionStore.Trait.USER, unknownUser.userId())
                .isPresent()) {
            throw new EnrolException("enrol.erased-before");
        }
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
                    unknownUser.userId(),
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

    /// Whether the service accepts it as the id of a user.
    private static boolean isUserId(String userId) {
        return USER_ID.matcher(userId).matches();
    }
}
