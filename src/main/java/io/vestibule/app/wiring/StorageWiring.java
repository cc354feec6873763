package io.vestibule.app.wiring;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Operators;
import io.vestibule.audit.Session;
import io.vestibule.bulk.directory.DirectoryKeys;
import io.vestibule.camera.CameraKeys;
import io.vestibule.clock.ClockGuard;
import io.vestibule.clock.GuardedClock;
import io.vestibule.cloud.aws.ProfileSettings;
import io.vestibule.journal.CallStore;
import io.vestibule.journal.Journal;
import io.vestibule.journal.run.DueTimeStore;
import io.vestibule.journal.run.JobListeners;
import io.vestibule.people.PeopleStores;
import io.vestibule.people.RetentionStore;
import io.vestibule.people.change.ChangeStore;
import io.vestibule.rules.RuleStore;
import io.vestibule.settings.DataFolder;
import io.vestibule.settings.MasterKey;
import io.vestibule.settings.MovableVault;
import io.vestibule.settings.Settings;
import io.vestibule.settings.VaultSelector;
import io.vestibule.store.AllCompanies;
import io.vestibule.store.CompanyScope;
import io.vestibule.store.Database;
import io.vestibule.store.DatabaseFiles;
import io.vestibule.store.FileFault;
import io.vestibule.vms.VmsConnectionSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What all other parts depend on: the data folder and its key, settings, the database, and the operator session.
public final class StorageWiring implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StorageWiring.class);

    /// Names of the database files, without their endings, and of the folder of photos.
    static final String DATABASE = "vestibule";

    static final String ENGINE = "rekognition";
    static final String VMS = "vms";
    static final String PHOTOS = "photos";

    private final DataFolder folder;
    private final MissedPeople missedPeople;
    private final GuardedClock clock;
    private final Session session = new Session();
    private volatile char @Nullable [] passphrase;
    private final Lazy<Settings> settings;
    private final Lazy<MovableVault> vault;
    private final Lazy<MasterKey> key;
    private final Lazy<Opened> opened;
    private final Lazy<AuditLog> log;
    private final Lazy<Operators> operators;
    private final JobListeners jobListeners = new JobListeners();
    private final Lazy<Journal> journal;
    private final Lazy<Journal> journalOfAll;
    private final Lazy<CallStore> calls;
    private final Lazy<PeopleStores> people;
    private final Lazy<PeopleStores> peopleOfAll;

    /// The database is open only together with the guard of the clock: nothing is scheduled by a clock that jumped.
    private record Opened(Database database, ClockGuard guard) {}

    StorageWiring(DataFolder folder, List<Path> lockingFiles, GuardedClock clock) {
        this.folder = folder;
        this.missedPeople = new MissedPeople(folder);
        this.clock = clock;
        this.settings = new Lazy<>(() -> Settings.open(folder, lockingFiles));
        this.vault = new Lazy<>(() -> VaultSelector.open(folder, () -> Optional.ofNullable(passphrase)));
        this.key = new Lazy<>(() -> MasterKey.open(folder, vault()));
        this.opened = new Lazy<>(this::open);
        this.log = new Lazy<>(() -> auditLog(database()));
        this.operators = new Lazy<>(() -> new Operators(database(), log(), session, clock));
        this.journal = new Lazy<>(() -> new Journal(CompanyScope.ofActive(database()), jobListeners, clock));
        this.journalOfAll = new Lazy<>(() -> new Journal(AllCompanies.of(database()), jobListeners, clock));
        this.calls = new Lazy<>(() -> new CallStore(database()));
        this.people = new Lazy<>(() -> PeopleStores.create(CompanyScope.ofActive(database()), clock));
        this.peopleOfAll = new Lazy<>(() -> PeopleStores.create(AllCompanies.of(database()), clock));
    }

    private AuditLog auditLog(Database database) {
        return new AuditLog(database, session, clock, key().derive("audit"));
    }

    private Opened open() {
        var database = openDatabase();
        try {
            auditLog(database).begin();
            var guard = new ClockGuard(
                    database,
                    clock,
                    auditLog(database),
                    // Created when the clock is corrected, and not at every start.
                    List.of(
                            step -> new DueTimeStore(database).stepped(step),
                            step -> new ChangeStore(AllCompanies.of(database)).stepped(step),
                            step -> new RetentionStore(database).stepped(step),
                            step -> new RuleStore(AllCompanies.of(database)).stepped(step)));
            guard.begin();
            return new Opened(database, guard);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private Database openDatabase() {
        var database = Database.open(
                folder.path().resolve(DATABASE),
                key().databasePassword("database"),
                "db/common",
                missedPeople::areKnown);
        missedPeople.remember();
        return database;
    }

    /// Of the hashes by which an erased person would be known again.
    byte[] suppressionKey() {
        return key().derive("suppression");
    }

    MissedPeople missedPeople() {
        return missedPeople;
    }

    public DataFolder folder() {
        return folder;
    }

    /// The clock of everything that is scheduled.
    public GuardedClock clock() {
        return clock;
    }

    /// Decides whether the clock is trusted.
    public ClockGuard clockGuard() {
        return opened.get().guard();
    }

    public Session session() {
        return session;
    }

    public Settings settings() {
        return settings.get();
    }

    public MovableVault vault() {
        return vault.get();
    }

    /// Call before the key is needed, or again after a wrong passphrase.
    public void unlock(char[] given) {
        passphrase = given.clone();
    }

    /// Puts a recovery key that was typed in place of a lost key.
    ///
    /// @throws io.vestibule.settings.SettingsException `settings.recovery-key-typed` or
    ///     `settings.recovery-key-other`; nothing was changed
    public void recoverKey(String typed) {
        MasterKey.recover(
                folder,
                typed,
                recovered -> DatabaseFiles.examine(
                                folder.path().resolve(DATABASE), recovered.databasePassword("database"), () -> false)
                        .filter(fault -> fault.kind() == FileFault.Kind.WRONG_KEY)
                        .isEmpty());
    }

    /// The secrets in the vault besides the master key.
    static Set<String> secrets() {
        return Set.of(
                VmsConnectionSettings.SECRET, ProfileSettings.SECRET, CameraKeys.PASSWORD, DirectoryKeys.PASSWORD);
    }

    MasterKey key() {
        return key.get();
    }

    public Database database() {
        return opened.get().database();
    }

    public AuditLog log() {
        return log.get();
    }

    public Operators operators() {
        return operators.get();
    }

    /// The jobs of the company that the console is set to.
    public Journal journal() {
        return journal.get();
    }

    /// The jobs of all companies, for what works in the background.
    public Journal journalOfAll() {
        return journalOfAll.get();
    }

    public CallStore calls() {
        return calls.get();
    }

    /// The people of the company that the console is set to.
    public PeopleStores people() {
        return people.get();
    }

    /// The people of all companies, for what works in the background.
    public PeopleStores peopleOfAll() {
        return peopleOfAll.get();
    }

    @Override
    public void close() {
        opened.ifCreated(known -> {
            try {
                known.guard().save();
            } catch (RuntimeException e) {
                // The next start compares with an earlier time, which is tolerated.
                LOG.warn("The last time was not saved: {}", e.getClass().getName());
            } finally {
                known.database().close();
            }
        });
        folder.close();
    }
}
