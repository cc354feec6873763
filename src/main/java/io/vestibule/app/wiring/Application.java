package io.vestibule.app.wiring;

import io.vestibule.app.desktop.ProblemMapper;
import io.vestibule.camera.CameraDriver;
import io.vestibule.clock.ClockKeys;
import io.vestibule.clock.GuardedClock;
import io.vestibule.clock.SntpClient;
import io.vestibule.clock.SystemUptime;
import io.vestibule.clock.TimeSource;
import io.vestibule.cloud.CloudException;
import io.vestibule.journal.run.StepHandler;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.settings.DataFolder;
import io.vestibule.settings.MachineFolder;
import io.vestibule.store.Database;
import io.vestibule.store.ItemLoop;
import io.vestibule.vision.OnnxLibraries;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The whole program without its window. Opening it locks the data folder and does nothing else; every other
/// part is created lazily.
public final class Application implements AutoCloseable {

    /// What somebody else changed shows within a minute: at the second look.
    private static final Duration WATCH_EVERY = Duration.ofSeconds(20);

    private static final Duration COMPACTION_EVERY = Duration.ofSeconds(10);
    private static final Duration COMPACTION_TIME = Duration.ofMillis(500);

    private final StorageWiring storage;
    private final CloudWiring cloud;
    private final EngineWiring engine;
    private final EnrolWiring enrol;
    private final VmsWiring vms;
    private final RulesWiring rules;
    private final DoctorWiring doctor;
    private final BulkWiring bulk;
    private final PeriodicTask periodicTask;
    private final Lazy<ClockMonitor> clockMonitor;
    private final PeriodicTask collectionWatch;
    private final PeriodicTask directoryReadings;
    private final PeriodicTask selfTests;
    private final CameraWiring camera;
    private final InspectWiring inspect;
    private final SetupWiring setup;
    private final RecoveryWiring recovery;
    private final BackupWiring backups;
    private final PrivacyWiring privacy;
    private final DataCheck dataCheck;
    private final PeriodicTask compaction;
    private final ReentrantLock end = new ReentrantLock();
    private boolean closed;

    private Application(
            DataFolder folder,
            List<Path> lockingFiles,
            GuardedClock clock,
            EngineSettings settings,
            CameraDriver webcams) {
        this.storage = new StorageWiring(folder, lockingFiles, clock);
        this.cloud = new CloudWiring(storage);
        this.engine = new EngineWiring(storage, cloud, settings);
        this.inspect = new InspectWiring(storage, engine);
        this.enrol = new EnrolWiring(storage, engine, inspect, this::steps);
        this.vms = new VmsWiring(storage);
        this.rules = new RulesWiring(storage, engine, enrol, vms);
        this.doctor = new DoctorWiring(storage, engine, enrol, rules);
        this.bulk = new BulkWiring(storage, engine, enrol, ProblemMapper::problemOf);
        this.camera = new CameraWiring(storage, webcams);
        this.setup = new SetupWiring(this);
        this.backups = new BackupWiring(storage, engine, vms, enrol);
        this.privacy = new PrivacyWiring(
                storage,
                enrol,
                new ConsentWiring(storage, cloud, vms),
                new RecordFacts(storage, cloud::region, engine::thresholds, vms::host),
                rules::cascade,
                inspect::fetchOriginal);
        this.recovery = new RecoveryWiring(storage, backups);
        this.dataCheck = new DataCheck(databases(), enrol::photoFileCheck);
        this.compaction = new PeriodicTask("compaction", this::compact, COMPACTION_EVERY);
        this.periodicTask = new PeriodicTask("housekeeping", this::keepHouse, Duration.ofHours(1));
        this.clockMonitor = new Lazy<>(() -> new ClockMonitor(storage.clockGuard(), timeSources()));
        this.directoryReadings =
                new PeriodicTask("directory", () -> bulk.schedule().runIfDue(), Duration.ofMinutes(10));
        this.selfTests = new PeriodicTask("gallery self-test", this::runSelfTest, Duration.ofHours(1));
        this.collectionWatch = new PeriodicTask("collection watch", this::watchCollection, WATCH_EVERY);
    }

    /// @throws io.vestibule.settings.SettingsException if the folder is in use, or is not a data folder of this
    ///     program
    public static Application open(Path folder) {
        return open(folder, List.of(MachineFolder.settings()));
    }

    /// @param lockingFiles files of settings that cannot be changed, see [io.vestibule.settings.Settings#open]
    /// @throws io.vestibule.settings.SettingsException if the folder is in use, or is not a data folder of this
    /// program
    public static Application open(Path folder, List<Path> lockingFiles) {
        return new Application(
                openFolder(folder),
                lockingFiles,
                new GuardedClock(Clock.systemUTC(), new SystemUptime()),
                EngineSettings.DEFAULT,
                CameraWiring.ofSystem());
    }

    public static Application open(Path folder, Clock clock, EngineSettings settings) {
        return open(folder, clock, settings, CameraWiring.ofSystem());
    }

    /// @param clock counts as time that has really passed
    /// @param webcams replaces the driver for the webcams of this computer
    public static Application open(Path folder, Clock clock, EngineSettings settings, CameraDriver webcams) {
        return open(folder, GuardedClock.following(clock), settings, webcams);
    }

    public static Application open(Path folder, GuardedClock clock, EngineSettings settings) {
        return open(folder, clock, settings, CameraWiring.ofSystem());
    }

    public static Application open(Path folder, GuardedClock clock, EngineSettings settings, CameraDriver webcams) {
        return new Application(openFolder(folder), List.of(MachineFolder.settings()), clock, settings, webcams);
    }

    private Map<String, Supplier<Optional<Database>>> databases() {
        var databases = new LinkedHashMap<String, Supplier<Optional<Database>>>();
        databases.put(StorageWiring.DATABASE, () -> Optional.of(storage.database()));
        databases.put(StorageWiring.ENGINE, engine::database);
        databases.put(StorageWiring.VMS, vms::database);
        return databases;
    }

    /// A backup that was chosen for a restore is put in place before anything is read from the folder.
    private static DataFolder openFolder(Path path) {
        var folder = DataFolder.open(path);
        try {
            BackupWiring.staged(folder).apply(Instant.now());
            return folder;
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    public StorageWiring storage() {
        return storage;
    }

    public CloudWiring cloud() {
        return cloud;
    }

    public EngineWiring engine() {
        return engine;
    }

    public EnrolWiring enrol() {
        return enrol;
    }

    public VmsWiring vms() {
        return vms;
    }

    public RulesWiring rules() {
        return rules;
    }

    /// Comparison of the records with what other services have.
    public DoctorWiring doctor() {
        return doctor;
    }

    /// Handlers of the journal steps that are not of the enrolment.
    private Map<String, StepHandler> steps() {
        var handlers = new HashMap<>(rules.steps());
        handlers.putAll(doctor.steps());
        return handlers;
    }

    public BulkWiring bulk() {
        return bulk;
    }

    public InspectWiring inspect() {
        return inspect;
    }

    public SetupWiring setup() {
        return setup;
    }

    public BackupWiring backups() {
        return backups;
    }

    public PrivacyWiring privacy() {
        return privacy;
    }

    /// Finds what is damaged in the data folder.
    public DataCheck dataCheck() {
        return dataCheck;
    }

    public RecoveryWiring recovery() {
        return recovery;
    }

    public CameraWiring camera() {
        return camera;
    }

    /// Creates what the first screen needs, including the database, so that the FX thread does not have to. Blocks.
    public void openStorage() {
        backups.finishRestore();
        storage.operators().signInLast();
        var _ = enrol.intake();
    }

    /// Creates what the other screens need, including the embedded engine's files, so that the FX thread does not
    /// have to. Blocks.
    public void createServices() {
        enrol.prepare();
    }

    /// Resumes what the last run left unfinished: missing collections of companies, open steps, pending erasures.
    /// Blocks; not for the FX thread. Resumes nothing if the application was closed meanwhile.
    ///
    /// @throws io.vestibule.cloud.CloudException if a collection could not be created now; everything else has
    /// started
    public void startBackgroundWork() {
        backups.finishRestore();
        try {
            enrol.collections().ensureAll();
        } finally {
            end.lock();
            try {
                if (!closed) {
                    resumePendingWork();
                }
            } finally {
                end.unlock();
            }
        }
    }

    private void resumePendingWork() {
        var _ = enrol.keeper();
        // The journal starts whatever becomes of the others: nothing else sends what was saved.
        ItemLoop.forEachThenThrow(
                List.<Runnable>of(
                        () -> enrol.pendingErasure().retryReachable(),
                        () -> enrol.moved().reconcile(),
                        () -> enrol.runner().start(),
                        () -> storage.clockGuard().onChange(this::clockChanged),
                        () -> clockMonitor.get().start(),
                        periodicTask::start,
                        backups::start),
                Runnable::run);
    }

    private void keepHouse() {
        ItemLoop.forEachThenThrow(
                List.<Runnable>of(
                        () -> enrol.housekeeping().run(), () -> bulk.retention().run(), backups::deleteSetAside),
                Runnable::run);
    }

    /// What waited for a clock that can be trusted is due now.
    private void clockChanged() {
        enrol.runner().wake();
        if (storage.clock().isTrusted()) {
            enrol.housekeeping().run();
        }
    }

    /// Servers whose clocks are independent of this computer: not the embedded ones.
    private List<TimeSource> timeSources() {
        return List.of(
                vms.timeSource(),
                cloud.timeSource(),
                new SntpClient(() -> storage.settings().get(ClockKeys.NTP_SERVER)));
    }

    /// Loads what the first photo and the first call would otherwise wait for. Blocks for a second or more.
    public void warmUp() {
        engine.warmUp();
        OnnxLibraries.deleteLeftBehind(Path.of(System.getProperty("java.io.tmpdir", "/tmp")), Instant.now());
        collectionWatch.start();
        directoryReadings.startLater();
        selfTests.startLater();
        dataCheck.start();
        compaction.startLater();
    }

    private void compact() {
        databases().values().forEach(database -> database.get().ifPresent(open -> open.compact(COMPACTION_TIME)));
    }

    private void runSelfTest() {
        try {
            var _ = doctor.monthlySelfTest().runIfDue();
        } catch (CloudException _) {
            // It is tried again in an hour.
        }
    }

    private void watchCollection() {
        try {
            doctor.watch().look();
        } catch (CloudException _) {
            // Without an answer nothing is concluded; the next call to the service reports the failure.
        }
    }

    @Override
    public void close() {
        end.lock();
        try {
            closed = true;
        } finally {
            end.unlock();
        }
        periodicTask.close();
        clockMonitor.ifCreated(ClockMonitor::close);
        collectionWatch.close();
        directoryReadings.close();
        doctor.close();
        selfTests.close();
        dataCheck.close();
        compaction.close();
        backups.close();
        camera.close();
        enrol.close();
        backups.exportErasures();
        vms.close();
        engine.close();
        cloud.close();
        storage.close();
    }
}
