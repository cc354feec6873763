package io.vestibule.setup;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.backup.BackupFile;
import io.vestibule.backup.BackupFolder;
import io.vestibule.backup.BackupKey;
import io.vestibule.backup.BackupKeys;
import io.vestibule.backup.BackupMaker;
import io.vestibule.backup.BackupSource;
import io.vestibule.backup.MigrationCopies;
import io.vestibule.base.Problem;
import io.vestibule.base.ProgressListener;
import io.vestibule.settings.Settings;
import io.vestibule.store.StoreException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes backups and deletes those that are obsolete; one at a time, on the caller's thread. Blocks for minutes.
public final class BackupFlow {

    private static final Logger LOG = LoggerFactory.getLogger(BackupFlow.class);

    private static final Duration FIRST_RETRY = Duration.ofMinutes(5);
    private static final Duration LAST_RETRY = Duration.ofHours(4);

    /// A backup of the future is one of a wrong clock, and is not waited for.
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);

    /// @param folder where backups are written
    /// @param newest the last good one; empty if there is none
    /// @param failure why the last attempt failed; empty if it did not
    /// @param recoverable whether backups can be opened with the recovery key as well
    public record BackupStatus(
            Path folder, Optional<BackupFile> newest, int count, Optional<Problem> failure, boolean recoverable) {}

    /// @param source creates what is backed up; the databases are open then
    /// @param key of the vault, and of the recovery key if there is one
    public record BackupParts(Path dataFolder, Supplier<BackupSource> source, Supplier<BackupKey> key) {}

    private final BackupParts parts;
    private final Settings settings;
    private final Session session;
    private final AuditLog log;
    private final ErasureFlow erasures;
    private final Clock clock;
    private final ReentrantLock running = new ReentrantLock();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Problem failure;
    private volatile Instant nextTry = Instant.MIN;
    private volatile Duration retry = FIRST_RETRY;
    private volatile boolean closed;

    public BackupFlow(
            BackupParts parts, Settings settings, Session session, AuditLog log, ErasureFlow erasures, Clock clock) {
        this.parts = parts;
        this.settings = settings;
        this.session = session;
        this.log = log;
        this.erasures = erasures;
        this.clock = clock;
    }

    /// Registers a listener that is called, on any thread, after an attempt succeeded or failed.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// Backups on demand and restores are for administrators.
    ///
    /// @throws io.vestibule.audit.AuditException if the operator may not change settings
    public void requirePermission() {
        session.require(Permission.MANAGE_SETTINGS);
    }

    /// Reads the folder: blocks, on a share for long.
    public BackupStatus status() {
        var key = parts.key().get();
        var files = folder(key).list();
        return new BackupStatus(
                path(), files.stream().findFirst(), files.size(), Optional.ofNullable(failure), key.isRecoverable());
    }

    /// Why the last attempt failed; empty if it did not. Does not block.
    public Optional<Problem> failure() {
        return Optional.ofNullable(failure);
    }

    /// Newest first.
    public List<BackupFile> list() {
        return folder(parts.key().get()).list();
    }

    /// Makes a backup, then deletes those that are obsolete.
    ///
    /// @param progress in steps of one in a hundred
    /// @throws StoreException `store.backup-no-space`, `store.backup-folder`, `store.backup-failed`,
    ///     `store.backup-unverified`
    public BackupFile make(ProgressListener progress) {
        running.lock();
        try {
            var made = attempt(progress);
            failure = null;
            retry = FIRST_RETRY;
            nextTry = Instant.MIN;
            return made;
        } catch (RuntimeException e) {
            if (!closed) {
                noteFailure(e);
            }
            throw e;
        } finally {
            running.unlock();
            listeners.forEach(Runnable::run);
        }
    }

    private BackupFile attempt(ProgressListener progress) {
        requireFolder();
        var key = parts.key().get();
        erasures.export(path());
        var folder = folder(key);
        var made = new BackupMaker(parts.source().get(), key, folder, (done, total) -> {
                    requireOpen();
                    progress.onProgress(done, total);
                })
                .make(clock.instant());
        log.append("backup.made", made.name());
        prune(folder);
        erasures.export(path());
        return made;
    }

    /// A folder that was chosen is not created: where a share is not connected, it would be one on the local disk.
    private void requireFolder() {
        if (!settings.get(BackupKeys.FOLDER).isBlank() && !Files.isDirectory(path())) {
            throw new StoreException(Problem.of("store.backup-folder", NoSuchFileException.class.getSimpleName()));
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException(Problem.of("store.closed"));
        }
    }

    private void noteFailure(RuntimeException e) {
        var problem = e instanceof StoreException known
                ? known.problem()
                : Problem.of("store.backup-failed", e.getClass().getSimpleName());
        failure = problem;
        nextTry = clock.instant().plus(retry);
        retry = retry.multipliedBy(2).compareTo(LAST_RETRY) < 0 ? retry.multipliedBy(2) : LAST_RETRY;
        LOG.warn("The backup failed: {}", problem.code());
        try {
            log.append("backup.failed", problem.code());
        } catch (RuntimeException again) {
            LOG.warn("The failure was not logged: {}", again.getClass().getName());
        }
    }

    private void prune(BackupFolder folder) {
        var now = clock.instant();
        var due = erasures.read(path());
        var age = Duration.ofDays(settings.get(BackupKeys.DAYS));
        folder.prune(settings.get(BackupKeys.KEPT), age, due, now).forEach(name -> log.append("backup.deleted", name));
        new MigrationCopies(parts.dataFolder()).prune(age, due, now);
    }

    /// Call every few minutes: makes a backup if one is due, and exports erasures. A failure is noted, and tried again
    /// after a while.
    public void runIfDue() {
        try {
            erasures.export(path());
            if (settings.get(BackupKeys.HOURS) == 0) {
                // No new one replaces those in which somebody is who has to be gone.
                prune(folder(parts.key().get()));
            } else if (isDue()) {
                make(ProgressListener.NONE);
            }
        } catch (RuntimeException e) {
            LOG.warn("The backup is tried again later: {}", e.getClass().getName());
        }
    }

    private boolean isDue() {
        var now = clock.instant();
        if (now.isBefore(nextTry)) {
            return false;
        }
        var from = now.minus(Duration.ofHours(settings.get(BackupKeys.HOURS)));
        return list().stream()
                .noneMatch(file -> file.moment().isAfter(from) && file.moment().isBefore(now.plus(CLOCK_SKEW)));
    }

    /// The folder of the backups: that of the settings, or the one in the data folder.
    public Path path() {
        return path(parts.dataFolder(), settings);
    }

    public static Path path(Path dataFolder, Settings settings) {
        var chosen = settings.get(BackupKeys.FOLDER).strip();
        return chosen.isEmpty() ? dataFolder.resolve("backups") : Path.of(chosen);
    }

    private BackupFolder folder(BackupKey key) {
        return new BackupFolder(path(), key.id());
    }

    /// A backup in progress ends at its next step, and leaves nothing behind.
    public void close() {
        closed = true;
    }
}
