package io.vestibule.app.wiring;

import io.vestibule.base.Problem;
import io.vestibule.enrol.repair.PhotoFileCheck;
import io.vestibule.store.Database;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads everything in the data folder once a day, slowly, and compares it with what was written: damage is found
/// before somebody needs what is damaged.
public final class DataCheck implements AutoCloseable {

    /// Blocks of 4096 bytes that are verified in one go: they take some ten milliseconds.
    private static final int BLOCKS = 256;

    private static final long PAUSE_NANOS = 50_000_000;

    private final Map<String, Supplier<Optional<Database>>> databases;
    private final Function<BooleanSupplier, Optional<PhotoFileCheck>> photos;
    private final PeriodicTask task;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile PhotoFileCheck.@Nullable Result files;
    private volatile boolean stopped;

    /// @param databases by their names; empty while one is not in use
    /// @param photos the check of the photos, which ends early when it is told to; empty while they are elsewhere
    DataCheck(
            Map<String, Supplier<Optional<Database>>> databases,
            Function<BooleanSupplier, Optional<PhotoFileCheck>> photos) {
        this.databases = new LinkedHashMap<>(databases);
        this.photos = photos;
        this.task = new PeriodicTask("data check", () -> run(true), Duration.ofDays(1));
    }

    void start() {
        task.startInBackground();
    }

    /// @param listener called on any thread when the databases have been checked, and when the photos have
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// Checks everything now. Blocks; for minutes with pauses.
    ///
    /// @param pause whether to rest in between, so that nothing else waits
    public void run(boolean pause) {
        for (var database : open().values()) {
            verifyBlocks(database, pause);
            if (!stopped) {
                database.rows().verify(database);
            }
        }
        listeners.forEach(Runnable::run);
        if (!stopped) {
            photos.apply(() -> stopped).ifPresent(check -> files = check.run(pause));
        }
        listeners.forEach(Runnable::run);
    }

    private void verifyBlocks(Database database, boolean pause) {
        for (int block = 0; block >= 0 && !stopped && !database.isDamaged(); ) {
            block = database.verifyBlocks(block, BLOCKS);
            if (pause) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private Map<String, Database> open() {
        var open = new LinkedHashMap<String, Database>();
        databases.forEach((name, database) -> database.get().ifPresent(known -> open.put(name, known)));
        return open;
    }

    /// What is damaged, the worst first; empty if nothing is.
    public Optional<Problem> problem() {
        var open = open().values();
        if (open.stream().anyMatch(Database::isDamaged)) {
            return Optional.of(Problem.of("store.damaged-part"));
        }
        int rows = open.stream()
                .flatMap(database -> database.rows().damaged().values().stream())
                .mapToInt(Integer::intValue)
                .sum();
        if (rows > 0) {
            return Optional.of(Problem.of("store.damaged-rows", rows));
        }
        var known = files;
        return known == null || known.missing() + known.damaged() == 0
                ? Optional.empty()
                : Optional.of(Problem.of("enrol.photo-files", known.missing() + known.damaged()));
    }

    /// Numbers for the support bundle.
    public Map<String, String> counts() {
        var counts = new LinkedHashMap<String, String>();
        open().forEach((name, database) -> {
            counts.put(name + " damaged", String.valueOf(database.isDamaged()));
            database.rows()
                    .damaged()
                    .forEach((table, count) -> counts.put(name + " damaged rows of " + table, String.valueOf(count)));
        });
        var known = files;
        if (known != null) {
            counts.put("photo files missing", String.valueOf(known.missing()));
            counts.put("photo files damaged", String.valueOf(known.damaged()));
            counts.put("photo files of no photo", String.valueOf(known.foreign()));
        }
        return counts;
    }

    @Override
    public void close() {
        stopped = true;
        task.close();
    }
}
