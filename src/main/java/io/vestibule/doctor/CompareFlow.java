package io.vestibule.doctor;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.base.ProgressListener;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.FaceCollection;
import io.vestibule.cloud.PhotoBucket;
import io.vestibule.journal.PriceList;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.RecordedPhoto;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Compares the records of the active company with its collection, its bucket and its rules, and stores what differs.
/// Changes nothing else. Memory does not grow with the number of faces.
public final class CompareFlow {

    private static final String PREFIX = "photos/";
    private static final int KEYS_A_CALL = 1_000;

    private final DoctorContext context;
    private final Supplier<Services> services;
    private final Supplier<Optional<CollectionRef>> collection;
    private final RuleComparison rules;
    private final Consumer<PersonId> refresh;
    private final DiscrepancyStore store;
    private final SortedPieceStore pieces;
    private final ReentrantLock one = new ReentrantLock();

    /// The collection and the bucket in use.
    public record Services(FaceCollection faces, PhotoBucket bucket) {}

    /// The extent of a comparison, as far as the records tell.
    ///
    /// @param price of the calls at Amazon's prices, in US dollars, whether the service in use charges or not
    public record Plan(long faces, long photos, BigDecimal price) {}

    /// @param collection of the active company; empty before its first use
    /// @param refresh stores the status of a person whom cameras find again, or no longer find
    public CompareFlow(
            DoctorContext context,
            Supplier<Services> services,
            Supplier<Optional<CollectionRef>> collection,
            RuleComparison rules,
            Consumer<PersonId> refresh) {
        this.context = context;
        this.services = services;
        this.collection = collection;
        this.rules = rules;
        this.refresh = refresh;
        this.store = new DiscrepancyStore(context.database());
        this.pieces = new SortedPieceStore(context.database());
    }

    /// Whether there is a collection to compare with.
    public boolean isPossible() {
        return collection.get().isPresent();
    }

    /// What a comparison will read. Lists of faces and users are free; the list of files is not.
    ///
    /// @throws DoctorException `doctor.no-collection`
    public Plan plan() {
        var compared = required();
        long photos = context.people().photos().count(compared.company());
        return new Plan(
                context.scan().countFaces(compared.id()),
                photos,
                PriceList.request("ListObjectsV2").multiply(BigDecimal.valueOf(photos / KEYS_A_CALL + 1)));
    }

    /// Blocks until everything was compared. A side that cannot be read whole is named in the result, and nothing is
    /// concluded about it. The result before stays until the end.
    ///
    /// @throws DoctorException `doctor.no-collection`, or `doctor.running` if another comparison is under way
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    /// @throws java.util.concurrent.CancellationException if the thread was interrupted
    public CollectionCheckRun run(ProgressListener listener) {
        context.session().require(Permission.MANAGE_SETTINGS);
        return runUnattended(listener);
    }

    /// As [#run], for the watch over the collection, which nobody may be signed in for.
    CollectionCheckRun runUnattended(ProgressListener listener) {
        if (!one.tryLock()) {
            throw new DoctorException("doctor.running");
        }
        try {
            return run(required(), listener);
        } finally {
            one.unlock();
        }
    }

    private CollectionCheckRun run(CollectionRef compared, ProgressListener listener) {
        var check = UUID.randomUUID();
        var service = services.get();
        pieces.deleteAll();
        store.begin(check, compared, context.clock().instant());
        var found = new DiscrepancyCollector(store, check);
        var unread = new EnumMap<Side, Problem>(Side.class);
        long photos = context.people().photos().count(compared.company());
        long recorded = context.scan().countFaces(compared.id());
        var progress = new CheckProgress(listener, 2 * recorded + 2 * photos);
        var size = orUnread(
                Side.COLLECTION,
                () -> new CollectionComparer(context, service.faces(), compared, pieces, progress).run(found),
                new CollectionComparer.Size(0, 0),
                found,
                unread);
        long files = orUnread(Side.BUCKET, () -> compareFiles(service, compared, progress, found), 0L, found, unread);
        rules.run(compared, found);
        found.flush();
        var run = new CollectionCheckRun(
                check,
                compared.company(),
                compared.id(),
                context.clock().instant(),
                size.faces(),
                size.users(),
                files,
                photos,
                unread);
        context.database().transaction(() -> {
            store.end(run);
            context.log().append("collection.compared", check.toString());
        });
        if (!unread.containsKey(Side.COLLECTION)) {
            showMissing(run);
        }
        return run;
    }

    /// Updates the status of everybody who turned out to be missing, or to be there again.
    private void showMissing(CollectionCheckRun run) {
        context.people()
                .collections()
                .losses()
                .setMissing(run.collection(), new UnfindablePeople(context, store).of(run.id(), run.collection()))
                .forEach(refresh);
    }

    private static <T> T orUnread(
            Side side, Supplier<T> work, T nothing, DiscrepancyCollector found, Map<Side, Problem> unread) {
        try {
            return work.get();
        } catch (CloudException e) {
            unread.put(side, e.problem());
        } catch (DoctorException e) {
            unread.put(side, e.problem());
        }
        found.discard(side);
        return nothing;
    }

    private long compareFiles(
            Services service, CollectionRef compared, CheckProgress progress, DiscrepancyCollector found) {
        try (var listed = new ExternalSort<>(pieces, ListedFaces.FILE_KEYS)) {
            var number = new long[1];
            service.bucket().readKeys(PREFIX, key -> {
                progress.advance(1);
                number[0]++;
                listed.add(key);
            });
            var photos = new Pages<RecordedPhoto>(last -> {
                var page = context.scan().photosAfter(last.map(RecordedPhoto::id), Pages.ROWS);
                progress.advance(page.size());
                return page;
            });
            new MergeJoin<RecordedPhoto, String>(photo -> PhotoRecord.key(photo.id()), key -> key)
                    .run(photos, listed.sorted(), new FileComparison(context, service.bucket(), compared, found));
            return number[0];
        }
    }

    private CollectionRef required() {
        return collection.get().orElseThrow(() -> new DoctorException("doctor.no-collection"));
    }

    /// The last comparison of the active company that came to its end.
    public Optional<CollectionCheckRun> latest() {
        return collection.get().flatMap(known -> store.latest(known.company()));
    }
}
