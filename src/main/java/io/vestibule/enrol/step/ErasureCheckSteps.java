package io.vestibule.enrol.step;

import io.vestibule.base.OperatorId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.enrol.FaceService;
import io.vestibule.journal.run.Backoff;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.ErasedRowsStore;
import io.vestibule.people.change.ErasureCheck;
import io.vestibule.people.change.ErasureCheckStore;
import io.vestibule.people.change.ErasurePlace;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;

/// After the erasure of a person every place is asked for them again, until nothing is found.
final class ErasureCheckSteps {

    private static final List<String> REMOVALS =
            List.of("person.removed", "person.consent-withdrawn", "person.expired", "person.erased-again");
    private static final Duration BETWEEN = Duration.ofHours(1);

    private final EnrolContext context;
    private final FaceService service;
    private final CompanyCollections collections;
    private final ErasureCheckStore checks;
    private final ErasedRowsStore rows;

    ErasureCheckSteps(EnrolContext context, FaceService service, CompanyCollections collections) {
        this.context = context;
        this.service = service;
        this.collections = collections;
        this.checks = new ErasureCheckStore(context.database());
        this.rows = new ErasedRowsStore(context.database());
    }

    /// Remembers what is about to be deleted, if the job asks for it afterwards. Call it in the transaction that
    /// deletes
    /// the records, before they are.
    ///
    /// @param faces ids of the faces that were in the collection
    /// @param elsewhere number of other connections that have data
    void begin(
            Step step,
            Person person,
            List<PhotoRecord> photos,
            CollectionRef collection,
            List<String> faces,
            int elsewhere) {
        // A job of an earlier version does not ask.
        if (context.journal().steps(step.job()).stream().noneMatch(EnrolStep.VERIFY_ERASED::is)) {
            return;
        }
        var before = rows.count(person.id(), ids(photos));
        before.put(
                ErasurePlace.USER,
                context.people()
                                .collections()
                                .user(person.id(), collection.id())
                                .isPresent()
                        ? 1
                        : 0);
        before.put(ErasurePlace.FACES, faces.size());
        before.put(ErasurePlace.PHOTOS, photos.size());
        before.put(ErasurePlace.ELSEWHERE, elsewhere);
        var counts = new EnumMap<ErasurePlace, ErasureCheck.Counts>(ErasurePlace.class);
        before.forEach((place, count) -> counts.put(place, new ErasureCheck.Counts(count, Optional.empty())));
        var now = context.clock().instant();
        checks.insert(
                new ErasureCheck(
                        UUID.randomUUID(),
                        person.company(),
                        person.id(),
                        new ErasureCheck.Collection(collection.id(), collection.externalId(), collection.engine()),
                        removedBy(person.id()),
                        person.removed().orElse(now),
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        counts),
                new ErasureCheck.Ids(
                        person.externalId(),
                        faces,
                        photos.stream().map(photo -> photo.id().toString()).toList()));
    }

    /// Who hid the person: the last entry about it.
    private Optional<OperatorId> removedBy(PersonId person) {
        return context.log().about(List.of(person.toString()), 20).stream()
                .filter(entry -> REMOVALS.contains(entry.action()))
                .findFirst()
                .flatMap(entry -> entry.operator());
    }

    StepOutcome verify(Step step) {
        var open = checks.findOpen(PersonId.of(step.subject()));
        if (open.isEmpty()) {
            return StepOutcome.DONE;
        }
        var check = open.get();
        if (check.isOnlyElsewhere()) {
            context.database()
                    .transaction(() -> save(
                            check,
                            Map.of(
                                    ErasurePlace.ELSEWHERE,
                                    checks.countElsewhere(checks.ids(check.id()).user()))));
            return StepOutcome.DONE;
        }
        var inUse = collections.getOrCreateById(check.company());
        if (!inUse.id().equals(check.collection().ref())) {
            return new StepOutcome.RetryLater(
                    Problem.of(
                            "enrol.erasure-other-connection", check.collection().engine()),
                    BETWEEN,
                    true);
        }
        var found = ask(check);
        context.database().transaction(() -> save(check, found));
        int left = found.entrySet().stream()
                .filter(place -> place.getKey() != ErasurePlace.ELSEWHERE)
                .mapToInt(Map.Entry::getValue)
                .sum();
        // What is left elsewhere is erased by a job of its own, after which the places are asked again.
        return left == 0
                ? StepOutcome.DONE
                : new StepOutcome.RetryLater(
                        Problem.of("enrol.erasure-left", left), Backoff.delay(step.attempts()), true);
    }

    private void save(ErasureCheck check, Map<ErasurePlace, Integer> found) {
        var now = context.clock().instant();
        checks.saveFound(check.id(), found, now);
        if (found.values().stream().allMatch(count -> count == 0)) {
            checks.setVerified(check.id(), now);
            context.log().append("erasure.verified", check.person().toString());
        }
    }

    private Map<ErasurePlace, Integer> ask(ErasureCheck check) {
        var ids = checks.ids(check.id());
        var collection = check.collection().id();
        var found = rows.count(
                check.person(), ids.photos().stream().map(UUID::fromString).toList());
        var ofUser = facesOf(collection, ids.user());
        found.put(ErasurePlace.USER, ofUser.isPresent() && userExists(collection, ids.user()) ? 1 : 0);
        found.put(
                ErasurePlace.FACES,
                ofUser.orElse(0)
                        + (ids.faces().isEmpty()
                                ? 0
                                : count(() -> service.faces()
                                        .findFaces(collection, ids.faces())
                                        .size())));
        found.put(
                ErasurePlace.PHOTOS,
                ids.photos().stream()
                        .mapToInt(photo -> service.bucket()
                                .keys(PhotoRecord.key(PhotoId.of(photo)))
                                .size())
                        .sum());
        found.put(ErasurePlace.ELSEWHERE, checks.countElsewhere(ids.user()));
        return found;
    }

    /// Number of faces of the user; empty if the service says that there is no such user, and so without a list of all
    /// users.
    private Optional<Integer> facesOf(String collection, String user) {
        try {
            return Optional.of(
                    service.faces().listFaces(collection, Optional.of(user)).size());
        } catch (CloudException e) {
            if (isGone(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean userExists(String collection, String user) {
        var known = new boolean[1];
        service.faces().readUsers(collection, page -> known[0] |= page.containsKey(user));
        return known[0];
    }

    private static int count(IntSupplier call) {
        try {
            return call.getAsInt();
        } catch (CloudException e) {
            if (isGone(e)) {
                return 0;
            }
            throw e;
        }
    }

    private static boolean isGone(CloudException e) {
        return e.failure() instanceof CloudFailure.NotFound || e.failure() instanceof CloudFailure.CollectionGone;
    }

    private static List<UUID> ids(List<PhotoRecord> photos) {
        return photos.stream().map(photo -> photo.id().value()).toList();
    }
}
