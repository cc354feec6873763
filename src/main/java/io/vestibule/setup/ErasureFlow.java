package io.vestibule.setup;

import io.vestibule.backup.BackupKey;
import io.vestibule.backup.BackupKeys;
import io.vestibule.backup.ErasureList;
import io.vestibule.base.Problem;
import io.vestibule.enrol.change.ErasureReplay;
import io.vestibule.people.change.ErasedStore;
import io.vestibule.settings.Settings;
import io.vestibule.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the list of what was erased in files outside the database and the backups, and erases again what a restored
/// backup brought back. Blocks.
public final class ErasureFlow {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureFlow.class);

    private final Path dataFolder;
    private final Settings settings;
    private final Supplier<ErasedStore> erased;
    private final Supplier<BackupKey> key;
    private final AtomicLong exported = new AtomicLong(-1);

    public ErasureFlow(Path dataFolder, Settings settings, Supplier<ErasedStore> erased, Supplier<BackupKey> key) {
        this.dataFolder = dataFolder;
        this.settings = settings;
        this.erased = erased;
        this.key = key;
    }

    /// Writes what was erased since the last export into the list of the data folder, and what is missing in that of
    /// the backups if that folder is there.
    ///
    /// @throws StoreException `store.backup-folder` if the list of the data folder cannot be written
    public synchronized void export(Path backups) {
        try {
            exportFromDatabase();
            if (Files.isDirectory(backups)) {
                new ErasureList(backups).add(new ErasureList(dataFolder).read());
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Only into the list of the data folder, which is always there.
    public synchronized void exportHere() {
        try {
            exportFromDatabase();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void exportFromDatabase() throws IOException {
        long count = erased.get().count();
        if (count == exported.get()) {
            return;
        }
        var kept = Duration.ofDays(settings.get(BackupKeys.DAYS));
        var used = key.get();
        new ErasureList(dataFolder)
                .add(erased.get().all().stream()
                        .map(one -> ErasureList.entry(
                                used, one.id().toString(), one.at(), one.at().plus(kept)))
                        .toList());
        exported.set(count);
    }

    /// All entries of both lists. A list beside the backups that cannot be read now is left out.
    public List<ErasureList.Entry> read(Path backups) {
        var all = new LinkedHashMap<String, ErasureList.Entry>();
        try {
            new ErasureList(dataFolder).read().forEach(entry -> all.putIfAbsent(entry.fingerprint(), entry));
        } catch (IOException e) {
            throw failed(e);
        }
        try {
            new ErasureList(backups).read().forEach(entry -> all.putIfAbsent(entry.fingerprint(), entry));
        } catch (IOException e) {
            LOG.warn(
                    "The list beside the backups cannot be read: {}",
                    e.getClass().getName());
        }
        return List.copyOf(all.values());
    }

    /// Hides everybody whom a restored backup brought back, and starts to erase them.
    ///
    /// @return number of people and photos
    public int replay(ErasureReplay replay, Path backups) {
        var known = read(backups).stream().map(ErasureList.Entry::fingerprint).collect(Collectors.toSet());
        var used = key.get();
        return known.isEmpty() ? 0 : replay.run(id -> known.contains(used.fingerprint(id)));
    }

    private static StoreException failed(IOException e) {
        return new StoreException(Problem.of("store.backup-folder", e.getClass().getSimpleName()), e);
    }
}
