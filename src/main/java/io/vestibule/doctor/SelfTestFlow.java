package io.vestibule.doctor;

import io.vestibule.audit.Permission;
import io.vestibule.base.ProgressListener;
import io.vestibule.cloud.FaceCollection;
import io.vestibule.cloud.GalleryScores;
import io.vestibule.cloud.GalleryScores.FaceScores;
import io.vestibule.journal.PriceList;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.Person;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/// The gallery self-test: how often the collection of the active company mistakes one person for another, and fails to
/// find somebody, measured with its own photos. It changes nothing. Its people are not divided into groups.
public final class SelfTestFlow {

    private final DoctorContext context;
    private final Supplier<Service> service;
    private final Supplier<Optional<CollectionRef>> collection;
    private final LongFunction<Target> target;
    private final GalleryReportStore store;
    private final ReentrantLock one = new ReentrantLock();

    /// The collection in use, and how its faces are compared.
    public record Service(FaceCollection faces, GalleryScores scores) {}

    /// What is set for searches.
    ///
    /// @param threshold per cent
    /// @param tolerated share of strangers who may match somebody, 0..1
    public record Target(float threshold, double tolerated) {}

    /// The extent of a test, as far as the records tell.
    ///
    /// @param price of the calls at Amazon's prices, in US dollars; zero if the engine needs none
    public record Plan(long faces, BigDecimal price) {}

    /// @param collection of the active company; empty before its first use
    /// @param target for a collection of so many people
    public SelfTestFlow(
            DoctorContext context,
            Supplier<Service> service,
            Supplier<Optional<CollectionRef>> collection,
            LongFunction<Target> target) {
        this.context = context;
        this.service = service;
        this.collection = collection;
        this.target = target;
        this.store = new GalleryReportStore(context.database());
    }

    /// Empty before the first use of the collection.
    public Optional<Plan> plan() {
        return collection.get().map(tested -> {
            long faces = context.scan().countFaces(tested.id());
            return new Plan(
                    faces, PriceList.calls(faces * service.get().scores().chargedCallsAFace()));
        });
    }

    /// The last test of the active company.
    public Optional<GalleryReport> latest() {
        return collection.get().flatMap(tested -> store.latest(tested.company()));
    }

    /// Blocks until all faces were compared. A result is stored only then, with one line in Activity.
    ///
    /// @throws DoctorException `doctor.no-collection`, `doctor.collection-gone`, `doctor.nobody-to-test`, or
    ///     `doctor.test-running`
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    /// @throws io.vestibule.cloud.CloudException if the service does not answer
    /// @throws java.util.concurrent.CancellationException if the thread was interrupted
    public GalleryReport run(ProgressListener listener) {
        context.session().require(Permission.MANAGE_SETTINGS);
        return runUnattended(listener);
    }

    /// As [#run], for the monthly test, which nobody may be signed in for.
    GalleryReport runUnattended(ProgressListener listener) {
        if (!one.tryLock()) {
            throw new DoctorException("doctor.test-running");
        }
        try {
            return run(collection.get().orElseThrow(() -> new DoctorException("doctor.no-collection")), listener);
        } finally {
            one.unlock();
        }
    }

    private GalleryReport run(CollectionRef tested, ProgressListener listener) {
        var used = service.get();
        var info = used.faces()
                .describe(tested.externalId())
                .orElseThrow(() -> new DoctorException("doctor.collection-gone"));
        var progress = new CheckProgress(listener, info.faces());
        var people = new HashSet<String>();
        var scores = new GalleryReport.Scores(new ScoreHistogram(), new ScoreHistogram(), new ScoreHistogram());
        var closest = new ClosestPairs();
        used.scores().read(tested.externalId(), ScoreHistogram.LEAST, face -> {
            progress.advance(1);
            people.add(face.userId());
            add(scores, face);
            closest.add(face);
        });
        if (people.size() < 2) {
            throw new DoctorException("doctor.nobody-to-test");
        }
        var now = target.apply(people.size());
        var test = new GalleryReport(
                new GalleryReport.Run(
                        UUID.randomUUID(),
                        tested.company(),
                        tested.id(),
                        context.clock().instant(),
                        used.faces().scoreScale()),
                people.size(),
                now.threshold(),
                now.tolerated(),
                scores,
                pairs(closest, tested));
        save(test);
        return test;
    }

    private static void add(GalleryReport.Scores scores, FaceScores face) {
        scores.best().add(face.others().isEmpty() ? 0 : face.others().getFirst().similarity());
        face.others().forEach(other -> scores.others().add(other.similarity()));
        face.own().ifPresent(scores.own()::add);
    }

    private List<GalleryReport.Pair> pairs(ClosestPairs closest, CollectionRef tested) {
        return closest.best().stream()
                .map(pair -> new GalleryReport.Pair(
                        pair.first(),
                        pair.second(),
                        context.personOf(pair.first(), tested).map(Person::id),
                        context.personOf(pair.second(), tested).map(Person::id),
                        pair.similarity()))
                .toList();
    }

    private void save(GalleryReport test) {
        var id = test.run().id().toString();
        context.database().transaction(() -> {
            store.insert(test);
            context.log().append("gallery.tested", id);
            var _ = context.journal()
                    .add(test.run().company(), List.of(new NewStep(SelfTestStep.REPORT, id)), Duration.ZERO);
        });
    }
}
