package io.vestibule.app.wiring;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Operators;
import io.vestibule.audit.Session;
import io.vestibule.journal.CallStore;
import io.vestibule.journal.Journal;
import io.vestibule.people.PeopleStores;
import io.vestibule.settings.DataFolder;
import io.vestibule.settings.MasterKey;
import io.vestibule.settings.Settings;
import io.vestibule.settings.Vault;
import io.vestibule.settings.VaultSelector;
import io.vestibule.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// What all other parts depend on: the data folder and its key, settings, the database, and the operator session.
public final class StorageWiring implements AutoCloseable {

    /// Names of the database files, without their endings, and of the folder of photos.
    static final String DATABASE = "vestibule";

    static final String ENGINE = "rekognition";
    static final String VMS = "vms";
    static final String PHOTOS = "photos";

    private final DataFolder folder;
    private final MissedPeople missedPeople;
    private final Clock clock;
    private final Session session = new Session();
    private final Lazy<Settings> settings;
    private final Lazy<Vault> vault;
    private final Lazy<MasterKey> key;
    private final Lazy<Database> database;
    private final Lazy<AuditLog> log;
    private final Lazy<Operators> operators;
    private final Lazy<Journal> journal;
    private final Lazy<CallStore> calls;
    private final Lazy<PeopleStores> people;

    StorageWiring(DataFolder folder, List<Path> lockingFiles, Clock clock) {
        this.folder = folder;
        this.missedPeople = new MissedPeople(folder);
        this.clock = clock;
        this.settings = new Lazy<>(() -> Settings.open(folder, lockingFiles));
        this.vault = new Lazy<>(() -> VaultSelector.open(folder));
        this.key = new Lazy<>(() -> MasterKey.open(folder, vault()));
        this.database = new Lazy<>(this::openDatabase);
        this.log = new Lazy<>(() -> new AuditLog(database(), session, clock));
        this.operators = new Lazy<>(() -> new Operators(database(), log(), session, clock));
        this.journal = new Lazy<>(() -> new Journal(database(), clock));
        this.calls = new Lazy<>(() -> new CallStore(database()));
        this.people = new Lazy<>(() -> PeopleStores.create(database(), clock));
    }

    private Database openDatabase() {
        var opened = Database.open(
                folder.path().resolve(DATABASE),
                key().databasePassword("database"),
                "db/common",
                missedPeople::areKnown);
        missedPeople.remember();
        return opened;
    }

    MissedPeople missedPeople() {
        return missedPeople;
    }

    public DataFolder folder() {
        return folder;
    }

    public Clock clock() {
        return clock;
    }

    public Session session() {
        return session;
    }

    public Settings settings() {
        return settings.get();
    }

    public Vault vault() {
        return vault.get();
    }

    MasterKey key() {
        return key.get();
    }

    public Database database() {
        return database.get();
    }

    public AuditLog log() {
        return log.get();
    }

    public Operators operators() {
        return operators.get();
    }

    public Journal journal() {
        return journal.get();
    }

    public CallStore calls() {
        return calls.get();
    }

    public PeopleStores people() {
        return people.get();
    }

    @Override
    public void close() {
        database.ifCreated(Database::close);
        folder.close();
    }
}
