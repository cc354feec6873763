package io.vestibule.app.wiring;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.doctor.CollectionWatch;
import io.vestibule.doctor.CompareFlow;
import io.vestibule.doctor.DiscrepancyStore;
import io.vestibule.doctor.DoctorContext;
import io.vestibule.doctor.Enrolments;
import io.vestibule.doctor.GalleryReportStore;
import io.vestibule.doctor.MonthlySelfTest;
import io.vestibule.doctor.RemedyContext;
import io.vestibule.doctor.RemedyFlow;
import io.vestibule.doctor.RemedySteps;
import io.vestibule.doctor.RuleComparison;
import io.vestibule.doctor.RuleRemedies;
import io.vestibule.doctor.SelfTestFlow;
import io.vestibule.doctor.SelfTestStep;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.journal.run.StepHandler;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.CollectionScanStore;
import io.vestibule.people.Company;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.rules.RuleStore;
import io.vestibule.rules.who.MemberResolver;
import io.vestibule.store.AllCompanies;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Comparison of the records with the collection, the bucket and the rules, and its remedies.
public final class DoctorWiring {

    /// Amazon allows five calls of a kind a second: enough of them are left for enrolments.
    private static final Duration CHARGED_PAUSE = Duration.ofMillis(500);

    private final StorageWiring storage;
    private final EngineWiring engine;
    private final EnrolWiring enrol;
    private final Lazy<DoctorContext> context;
    private final Lazy<CompareFlow> compare;
    private final Lazy<RemedyFlow> remedies;
    private final Lazy<RemedySteps> steps;
    private final Lazy<CollectionWatch> watch;
    private final Lazy<SelfTestFlow> selfTest;
    private final Lazy<MonthlySelfTest> monthlySelfTest;

    DoctorWiring(StorageWiring storage, EngineWiring engine, EnrolWiring enrol, RulesWiring rules) {
        this.storage = storage;
        this.engine = engine;
        this.enrol = enrol;
        this.context = new Lazy<>(() -> new DoctorContext(
                storage.database(),
                storage.peopleOfAll(),
                new CollectionScanStore(AllCompanies.of(storage.database())),
                storage.journalOfAll(),
                storage.session(),
                storage.log(),
                storage.clock()));
        this.compare = new Lazy<>(() -> new CompareFlow(
                context.get(),
                this::services,
                () -> storage.people().companies().active().flatMap(this::collection),
                comparison(),
                person -> enrol.keeper().refresh(person)));
        this.remedies =
                new Lazy<>(() -> new RemedyFlow(context.get(), engine.charged() ? CHARGED_PAUSE : Duration.ZERO));
        this.steps = new Lazy<>(() -> new RemedySteps(new RemedyContext(
                context.get(),
                this::services,
                this::collection,
                enrolments(),
                this::photoBytes,
                new RuleRemedies(comparison(), rules::pause))));
        this.watch = new Lazy<>(() -> new CollectionWatch(
                context.get(),
                compare.get(),
                () -> engine.service().faces(),
                () -> storage.people().companies().active().flatMap(this::collection),
                () -> enrol.collectionCheck().run()));
        this.selfTest = new Lazy<>(() -> new SelfTestFlow(
                context.get(),
                () -> new SelfTestFlow.Service(engine.service().faces(), engine.gallery()),
                () -> storage.people().companies().active().flatMap(this::collection),
                this::target));
        this.monthlySelfTest = new Lazy<>(() -> new MonthlySelfTest(
                context.get(),
                selfTest.get(),
                storage.settings(),
                () -> storage.clock().isTrusted()));
    }

    private RuleComparison comparison() {
        return new RuleComparison(
                new RuleStore(AllCompanies.of(storage.database())), new MemberResolver(storage.peopleOfAll()));
    }

    /// The threshold of a search among so many people.
    private SelfTestFlow.Target target(long people) {
        return new SelfTestFlow.Target(
                EnrolKeys.read(storage.settings(), engine.thresholds()).search(people),
                storage.settings().get(EnrolKeys.FALSE_ALARMS_SEARCH) / 100);
    }

    private CompareFlow.Services services() {
        return new CompareFlow.Services(
                engine.service().faces(), engine.service().bucket());
    }

    private Optional<CollectionRef> collection(Company company) {
        return enrol.collections().findExisting(company.id());
    }

    private Optional<CollectionRef> collection(UUID id) {
        return storage.peopleOfAll().companies().all().stream()
                .flatMap(company -> collection(company).stream())
                .filter(collection -> collection.id().equals(id))
                .findFirst();
    }

    private Optional<byte[]> photoBytes(PhotoRecord photo) {
        return storage.peopleOfAll()
                .photos()
                .pendingUpload(photo.id())
                .or(() -> engine.fetchPreviousPhoto(photo.key()));
    }

    private Enrolments enrolments() {
        return new Enrolments() {
            @Override
            public void sendPhotos(PersonId person) {
                enrol.personTransfer().sendPhotos(person, inUse(person));
            }

            @Override
            public void associate(PersonId person, Map<PhotoId, Optional<String>> holders) {
                enrol.personTransfer().associate(person, inUse(person), holders);
            }

            @Override
            public void follow(PersonId person) {
                enrol.personTransfer().follow(person);
            }
        };
    }

    private UUID inUse(PersonId person) {
        return storage.peopleOfAll()
                .persons()
                .find(person)
                .map(Person::company)
                .map(company -> enrol.collections().getOrCreateById(company).id())
                .orElseThrow();
    }

    public CompareFlow compare() {
        return compare.get();
    }

    public RemedyFlow remedies() {
        return remedies.get();
    }

    /// Watches over the collection in use.
    public CollectionWatch watch() {
        return watch.get();
    }

    public SelfTestFlow selfTest() {
        return selfTest.get();
    }

    MonthlySelfTest monthlySelfTest() {
        return monthlySelfTest.get();
    }

    /// Ends a monthly self-test and a comparison under way.
    void close() {
        watch.ifCreated(CollectionWatch::close);
        monthlySelfTest.ifCreated(MonthlySelfTest::close);
    }

    /// Results of gallery self-tests.
    public GalleryReportStore galleryReports() {
        return new GalleryReportStore(storage.database());
    }

    /// What the last comparisons found.
    public DiscrepancyStore discrepancies() {
        return new DiscrepancyStore(storage.database());
    }

    /// Handlers of the journal steps.
    Map<String, StepHandler> steps() {
        var handlers = new HashMap<>(steps.get().byKey());
        handlers.putAll(SelfTestStep.handlers());
        return handlers;
    }
}
