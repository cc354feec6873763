package io.vestibule.app.wiring;

import io.vestibule.bulk.PersonKeyStore;
import io.vestibule.check.CheckKeys;
import io.vestibule.check.PhotoCheck;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.ComparablePhotos;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.EnrolmentStatusEvaluator;
import io.vestibule.enrol.FaceService;
import io.vestibule.enrol.PhotoIntake;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.enrol.change.CollectionReconciler;
import io.vestibule.enrol.change.DuplicateFlow;
import io.vestibule.enrol.change.EditFlow;
import io.vestibule.enrol.change.ErasureReplay;
import io.vestibule.enrol.change.ExtendFlow;
import io.vestibule.enrol.change.HoldFlow;
import io.vestibule.enrol.change.Housekeeping;
import io.vestibule.enrol.change.MergeFlow;
import io.vestibule.enrol.change.MoveFlow;
import io.vestibule.enrol.change.PeopleChanges;
import io.vestibule.enrol.change.RemoveFlow;
import io.vestibule.enrol.change.RenewFlow;
import io.vestibule.enrol.repair.PhotoFileCheck;
import io.vestibule.enrol.repair.RepairFlow;
import io.vestibule.enrol.repair.RetakeFlow;
import io.vestibule.enrol.step.EnrolStepHandlers;
import io.vestibule.enrol.step.PendingErasureSteps;
import io.vestibule.enrol.step.SuppressionWriter;
import io.vestibule.enrol.transfer.AdoptFlow;
import io.vestibule.enrol.transfer.CollectionCheck;
import io.vestibule.enrol.transfer.PersonTransfer;
import io.vestibule.enrol.transfer.TransferFlow;
import io.vestibule.journal.JobFlow;
import io.vestibule.journal.run.JournalRunner;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepHandler;
import io.vestibule.people.EnrolmentStatusUpdater;
import io.vestibule.people.change.ChangeStore;
import io.vestibule.people.change.Repairs;
import io.vestibule.people.change.SuppressionStore;
import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.store.AllCompanies;
import io.vestibule.store.CompanyScope;
import io.vestibule.vision.VectorModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/// Enrolment from photo files to ACTIVE people and back, over the service in use.
public final class EnrolWiring implements AutoCloseable {

    private static final int OPEN = 10_000;

    private final Lazy<FaceService> service;
    private final Lazy<EnrolContext> context;
    private final Lazy<EnrolContext> background;
    private final Lazy<CompanyCollections> collections;
    private final Lazy<JournalRunner> runner;
    private final Lazy<EnrolFlow> enrol;
    private final Lazy<RemoveFlow> remove;
    private final Lazy<MergeFlow> merge;
    private final Lazy<PeopleChanges> commands;
    private final Lazy<RepairFlow> repairs;
    private final EngineWiring engine;
    private final Lazy<RetakeFlow> retake;
    private final Lazy<ComparablePhotos> comparable;
    private final Supplier<VectorModel> localModel;
    private final Lazy<DuplicateFlow> duplicates;
    private final Lazy<PhotoIntake> intake;
    private final Lazy<EnrolmentStatusEvaluator> standings;
    private final Lazy<EnrolmentStatusUpdater> keeper;
    private final Lazy<Housekeeping> housekeeping;
    private final Lazy<HoldFlow> holds;
    private final Lazy<ExtendFlow> extend;
    private final Lazy<SampleFlow> samples;
    private final Lazy<PendingErasureSteps> pendingErasure;
    private final Lazy<CollectionReconciler> moved;
    private final Lazy<TransferFlow> transfer;
    private final Lazy<PersonTransfer> personTransfer;
    private final Lazy<CollectionCheck> collectionCheck;
    private final Lazy<AdoptFlow> adopt;
    private final Lazy<JobFlow> jobs;
    private final Lazy<SuppressionWriter> suppression;

    /// Flows work for the company that the console is set to; steps, housekeeping and erasure for all of them.
    ///
    /// @param others handlers for the steps of other packages
    EnrolWiring(
            StorageWiring storage,
            EngineWiring engine,
            InspectWiring inspect,
            Supplier<Map<String, StepHandler>> others) {
        Supplier<EnrolSettings> settings = () -> EnrolKeys.read(storage.settings(), engine.thresholds());
        this.localModel = () -> engine.vision().vectorModel();
        this.engine = engine;
        this.service = new Lazy<>(engine::service);
        this.context = new Lazy<>(() -> new EnrolContext(
                storage.database(),
                storage.people(),
                new ChangeStore(CompanyScope.ofActive(storage.database())),
                storage.journal(),
                storage.session(),
                storage.log(),
                storage.clock()));
        this.background = new Lazy<>(() -> new EnrolContext(
                storage.database(),
                storage.peopleOfAll(),
                new ChangeStore(AllCompanies.of(storage.database())),
                storage.journalOfAll(),
                storage.session(),
                storage.log(),
                storage.clock()));
        this.collections = new Lazy<>(() ->
                new CompanyCollections(storage.database(), storage.peopleOfAll().companies(), service.get()));
        this.runner = new Lazy<>(() -> storage.journalOfAll()
                .runner(storage.database(), handlers(settings, engine::fetchPreviousPhoto, others.get())));
        this.enrol = new Lazy<>(() -> new EnrolFlow(context.get(), service.get(), collections(), settings, localModel));
        this.remove = new Lazy<>(() -> new RemoveFlow(context.get(), collections()));
        this.merge = new Lazy<>(() -> new MergeFlow(context.get(), collections()));
        this.commands = new Lazy<>(() -> new PeopleChanges(
                context.get(),
                new EditFlow(context.get()),
                new RenewFlow(context.get()),
                new MoveFlow(context.get(), collections()),
                merge.get(),
                remove.get()));
        this.repairs = new Lazy<>(() -> RepairFlow.create(
                new RepairFlow.RepairDependencies(context.get(), service.get(), collections(), settings, localModel),
                commands(),
                remove.get()));
        this.comparable = new Lazy<>(() -> new ComparablePhotos(context.get(), collections(), localModel));
        this.retake = new Lazy<>(() -> new RetakeFlow(context.get(), enrol(), remove.get()));
        this.duplicates = new Lazy<>(() -> new DuplicateFlow(context.get(), merge.get()));
        this.intake = new Lazy<>(() -> new PhotoIntake(
                new PhotoDecoder(PhotoLimits.DEFAULT),
                () -> new PhotoCheck(engine.vision(), CheckKeys.read(storage.settings())),
                context.get(),
                new PhotoScreening(inspect.checks())));
        this.standings = new Lazy<>(() -> new EnrolmentStatusEvaluator(context.get(), collections(), comparable()));
        this.keeper = new Lazy<>(() -> keeper(storage));
        this.housekeeping = new Lazy<>(() -> new Housekeeping(
                background.get(),
                collections(),
                new RemoveFlow(background.get(), collections()),
                () -> storage.settings().get(EnrolKeys.REVIEW_GRACE)));
        this.holds = new Lazy<>(() -> new HoldFlow(context.get(), commands()));
        this.extend = new Lazy<>(() -> new ExtendFlow(context.get()));
        this.samples =
                new Lazy<>(() -> new SampleFlow(context.get(), intake().withoutScreening(), enrol(), commands()));
        this.pendingErasure = new Lazy<>(() -> new PendingErasureSteps(background.get(), engine::serviceFor));
        this.moved = new Lazy<>(() -> new CollectionReconciler(background.get(), collections()));
        this.transfer = new Lazy<>(() -> new TransferFlow(context.get(), collections()));
        this.personTransfer = new Lazy<>(() -> new PersonTransfer(background.get()));
        this.collectionCheck =
                new Lazy<>(() -> new CollectionCheck(context.get(), collections(), person -> keeper().refresh(person)));
        this.adopt = new Lazy<>(() -> new AdoptFlow(
                context.get(),
                service.get(),
                collections(),
                settings,
                new SuppressionStore(CompanyScope.ofActive(storage.database()), storage::suppressionKey)));
        this.suppression = new Lazy<>(() -> {
            var all = AllCompanies.of(storage.database());
            return new SuppressionWriter(
                    new SuppressionStore(all, storage::suppressionKey), new PersonKeyStore(all)::of);
        });
        this.jobs =
                new Lazy<>(() -> new JobFlow(storage.database(), storage.journal(), storage.session(), storage.log()));
    }

    private Map<String, StepHandler> handlers(
            Supplier<EnrolSettings> settings,
            Function<String, Optional<byte[]>> before,
            Map<String, StepHandler> others) {
        var handlers = new HashMap<>(new EnrolStepHandlers(
                        background.get(),
                        service.get(),
                        collections(),
                        settings,
                        before,
                        pendingErasure.get(),
                        suppression.get())
                .byKey());
        handlers.putAll(others);
        return handlers;
    }

    /// Enrols into the collection in use everybody who is not in it yet.
    public TransferFlow transfer() {
        return transfer.get();
    }

    /// Jobs that bring single people into the collection in use, of whichever company.
    PersonTransfer personTransfer() {
        return personTransfer.get();
    }

    /// Asks the service whether the collection in use is still what it was.
    public CollectionCheck collectionCheck() {
        return collectionCheck.get();
    }

    /// Erases the data of deleted people in collections that were not in use at the time.
    PendingErasureSteps pendingErasure() {
        return pendingErasure.get();
    }

    /// Moves the faces of photos that were reassigned to another person while another collection was in use.
    CollectionReconciler moved() {
        return moved.get();
    }

    /// Imports users that another program created in the collection.
    public AdoptFlow adopt() {
        return adopt.get();
    }

    /// Empty while the photos are not on this computer.
    ///
    /// @param stopped ends the check early
    Optional<PhotoFileCheck> photoFileCheck(BooleanSupplier stopped) {
        return engine.photosAreHere()
                ? Optional.of(new PhotoFileCheck(
                        background.get(), engine.folderBucket(), engine::fetchFromPreviousBucket, stopped))
                : Optional.empty();
    }

    /// Remembers by what an erased person would be known again.
    public SuppressionWriter suppression() {
        return suppression.get();
    }

    /// What the flows of enrolment write to.
    EnrolContext context() {
        return context.get();
    }

    void prepare() {
        enrol();
        commands();
        repairs();
        intake();
        standings();
        housekeeping();
        samples();
    }

    public CompanyCollections collections() {
        return collections.get();
    }

    public JournalRunner runner() {
        return runner.get();
    }

    public EnrolFlow enrol() {
        return enrol.get();
    }

    /// Changes to people who are already saved.
    public PeopleChanges commands() {
        return commands.get();
    }

    /// Finds the problems of photos, and repairs them.
    public Repairs repairs() {
        return repairs.get();
    }

    public RetakeFlow retake() {
        return retake.get();
    }

    /// Duplicate questions that could not be asked before the person was saved.
    public DuplicateFlow duplicates() {
        return duplicates.get();
    }

    public PhotoIntake intake() {
        return intake.get();
    }

    public ComparablePhotos comparable() {
        return comparable.get();
    }

    public EnrolmentStatusEvaluator standings() {
        return standings.get();
    }

    /// Keeps the enrolment status that lists show up to date.
    public EnrolmentStatusUpdater keeper() {
        return keeper.get();
    }

    private EnrolmentStatusUpdater keeper(StorageWiring storage) {
        var updater = new EnrolmentStatusUpdater(
                storage.peopleOfAll(),
                new EnrolmentStatusEvaluator(
                        background.get(),
                        collections(),
                        new ComparablePhotos(background.get(), collections(), localModel)),
                job -> storage.journalOfAll().steps(job).stream()
                        .map(Step::subject)
                        .distinct()
                        .toList());
        var _ = storage.journal().onChange(updater::jobChanged);
        updater.start(storage.journalOfAll().openSteps(OPEN).stream()
                .map(Step::job)
                .distinct()
                .toList());
        return updater;
    }

    public Housekeeping housekeeping() {
        return housekeeping.get();
    }

    /// Legal holds.
    public HoldFlow holds() {
        return holds.get();
    }

    /// Later ends of retention periods, and reviews of the watch list.
    public ExtendFlow extend() {
        return extend.get();
    }

    public SampleFlow samples() {
        return samples.get();
    }

    /// Erases again what a restored backup brought back.
    ErasureReplay erasureReplay() {
        return new ErasureReplay(background.get(), new RemoveFlow(background.get(), collections()));
    }

    /// Actions on jobs that wait or have stopped.
    public JobFlow jobs() {
        return jobs.get();
    }

    @Override
    public void close() {
        runner.ifCreated(JournalRunner::close);
        keeper.ifCreated(EnrolmentStatusUpdater::close);
    }
}
