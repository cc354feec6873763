package io.vestibule.local.engine.store;

import io.vestibule.store.Database;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// The engine's database. Changes run one at a time, each in one transaction; reads run concurrently.
public final class EngineStore implements AutoCloseable {

    private static final String FILE = "rekognition";

    private final Database database;
    private final ReentrantLock changing = new ReentrantLock(true);

    private EngineStore(Database database) {
        this.database = database;
    }

    /// @throws io.vestibule.store.StoreException if the database is in use, damaged or newer, or the key is wrong
    public static EngineStore open(Path folder, char[] key) {
        return new EngineStore(Database.open(folder.resolve(FILE), key, "db/engine"));
    }

    public Database database() {
        return database;
    }

    public EngineCollectionStore collections() {
        return new EngineCollectionStore(database);
    }

    public FaceStore faces() {
        return new FaceStore(database);
    }

    public UserStore users() {
        return new UserStore(database);
    }

    public IdempotencyStore idempotency() {
        return new IdempotencyStore(database);
    }

    public ObjectStore objects() {
        return new ObjectStore(database);
    }

    public UploadStore uploads() {
        return new UploadStore(database);
    }

    /// Runs one change as a transaction: all of it or nothing is on disk when this returns or throws.
    ///
    /// @param work gets a callback list for updates of memory that run after, and only after, a successful commit;
    ///     other changes wait until they have run
    public <T> T inTransaction(Function<Consumer<Runnable>, T> work) {
        return withLock(() -> {
            List<Runnable> afterwards = new ArrayList<>();
            var answer = database.inTransaction(() -> work.apply(afterwards::add));
            afterwards.forEach(Runnable::run);
            return answer;
        });
    }

    /// Runs while no change is in progress.
    public <T> T withLock(Supplier<T> work) {
        changing.lock();
        try {
            return work.get();
        } finally {
            changing.unlock();
        }
    }

    /// Number of the model with that name; creates one if the name is new.
    public int getOrCreateModel(String engine) {
        return inTransaction(_ -> findModel(engine).orElseGet(() -> {
            database.with(handle -> handle.execute("insert into face_model (engine) values (?)", engine));
            return findModel(engine).orElseThrow();
        }));
    }

    /// 32 bytes, created once and the same at every start.
    public byte[] getOrCreatePageKey() {
        return inTransaction(_ -> findPageKey().orElseGet(() -> {
            var secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            database.with(handle -> handle.execute("insert into page_key (secret) values (?)", secret));
            return secret;
        }));
    }

    private Optional<Integer> findModel(String engine) {
        return database.with(handle -> handle.createQuery("select number from face_model where engine = ?")
                .bind(0, engine)
                .mapTo(Integer.class)
                .findOne());
    }

    private Optional<byte[]> findPageKey() {
        return database.with(handle -> handle.createQuery("select secret from page_key")
                .map((result, _) -> result.getBytes("secret"))
                .findOne());
    }

    @Override
    public void close() {
        database.close();
    }
}
