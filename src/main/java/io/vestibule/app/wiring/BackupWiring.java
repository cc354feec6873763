package io.vestibule.app.wiring;

import io.vestibule.backup.BackupKey;
import io.vestibule.backup.BackupKeys;
import io.vestibule.backup.BackupSource;
import io.vestibule.backup.StagedRestore;
import io.vestibule.people.change.ErasedStore;
import io.vestibule.settings.DataFolder;
import io.vestibule.setup.BackupFlow;
import io.vestibule.setup.BackupSchedule;
import io.vestibule.setup.ErasureFlow;
import io.vestibule.setup.RecoveryRecord;
import io.vestibule.setup.RestoreFlow;
import io.vestibule.setup.SetAside;
import io.vestibule.store.DatabaseCopy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// Backups of everything in the data folder, and the way back.
public final class BackupWiring {

    private static final String SETTINGS = "settings.json";

    private final StorageWiring storage;
    private final EngineWiring engine;
    private final VmsWiring vms;
    private final EnrolWiring enrol;
    private final Lazy<ErasureFlow> erasures;
    private final Lazy<BackupFlow> flow;
    private final Lazy<BackupSchedule> schedule;
    private final AtomicBoolean started = new AtomicBoolean();

    BackupWiring(StorageWiring storage, EngineWiring engine, VmsWiring vms, EnrolWiring enrol) {
        this.storage = storage;
        this.engine = engine;
        this.vms = vms;
        this.enrol = enrol;
        this.erasures = new Lazy<>(() -> new ErasureFlow(
                storage.folder().path(), storage.settings(), () -> new ErasedStore(storage.database()), this::key));
        this.flow = new Lazy<>(() -> new BackupFlow(
                new BackupFlow.BackupParts(storage.folder().path(), this::source, this::key),
                storage.settings(),
                storage.session(),
                storage.log(),
                erasures.get(),
                storage.clock()));
        this.schedule = new Lazy<>(() -> new BackupSchedule(flow.get(), erasures.get()));
    }

    /// What of a data folder is exchanged by a restore.
    static StagedRestore staged(DataFolder folder) {
        return new StagedRestore(
                folder.path(),
                List.of(StorageWiring.DATABASE, StorageWiring.ENGINE, StorageWiring.VMS),
                List.of(StorageWiring.PHOTOS, SETTINGS));
    }

    public BackupFlow flow() {
        return flow.get();
    }

    public BackupSchedule schedule() {
        return schedule.get();
    }

    BackupKey key() {
        return BackupKey.ofVault(storage.key().derive("backup"));
    }

    /// Works while a database cannot be opened.
    public RestoreFlow restore() {
        return new RestoreFlow(new RestoreFlow.RestoreParts(
                () -> BackupFlow.path(storage.folder().path(), storage.settings()),
                this::key,
                () -> storage.key().export(),
                this::password,
                staged(storage.folder())));
    }

    /// The password of a database of this folder.
    char[] password(String database) {
        return storage.key().databasePassword(StorageWiring.DATABASE.equals(database) ? "database" : purpose(database));
    }

    private static String purpose(String database) {
        return StorageWiring.ENGINE.equals(database) ? "engine" : database;
    }

    /// The database of people first: what the others know of somebody, it knew before.
    private BackupSource source() {
        var databases = new ArrayList<DatabaseCopy.Source>();
        databases.add(new DatabaseCopy.Source(
                StorageWiring.DATABASE, storage.database(), () -> password(StorageWiring.DATABASE)));
        engine.database()
                .ifPresent(database -> databases.add(
                        new DatabaseCopy.Source(StorageWiring.ENGINE, database, () -> password(StorageWiring.ENGINE))));
        vms.database()
                .ifPresent(database -> databases.add(
                        new DatabaseCopy.Source(StorageWiring.VMS, database, () -> password(StorageWiring.VMS))));
        return new BackupSource(
                storage.folder().path(),
                databases,
                List.of(SETTINGS),
                List.of(StorageWiring.PHOTOS),
                () -> storage.key().export());
    }

    /// Makes backups when they are due, and exports every erasure, from now on.
    void start() {
        if (started.compareAndSet(false, true)) {
            schedule.get().start();
            var _ = storage.journal().onChange(_ -> schedule.get().exportSoon());
        }
    }

    /// Erases again what was erased since the backup that was put into this folder, if one was. Call it before
    /// anything is shown or sent.
    public synchronized void finishRestore() {
        var staged = staged(storage.folder());
        var name = staged.unfinished();
        if (name.isPresent()) {
            erasures.get().replay(enrol.erasureReplay(), flow.get().path());
            storage.log().append("backup.restored", name.get());
            staged.finish();
        }
        new RecoveryRecord(storage.folder().path())
                .drain(action -> storage.log().append(action, ""));
    }

    /// Deletes what a restore or another way out replaced, when a backup of that age would be deleted.
    void deleteSetAside() {
        var kept = Duration.ofDays(storage.settings().get(BackupKeys.DAYS));
        if (storage.clock().isTrusted()
                && new SetAside(storage.folder().path())
                                .deleteOlder(kept, storage.clock().instant())
                        > 0) {
            storage.log().append("set-aside.deleted", "");
        }
    }

    /// Ends a backup in progress.
    void close() {
        schedule.ifCreated(BackupSchedule::close);
    }

    /// What was erased until the program ends.
    void exportErasures() {
        if (started.get()) {
            schedule.get().exportLast();
        }
    }
}
