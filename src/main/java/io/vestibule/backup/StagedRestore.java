package io.vestibule.backup;

import io.vestibule.base.FileTree;
import io.vestibule.base.Problem;
import io.vestibule.base.ProgressListener;
import io.vestibule.settings.OwnerOnlyFiles;
import io.vestibule.store.DatabaseCopy;
import io.vestibule.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// Puts a backup into a data folder in two parts. [#stage] decrypts and verifies it beside the files in use, and
/// changes none of them. [#apply] exchanges both while no database is open: what was there is moved into the folder
/// `set-aside`. A crash in between is continued by the next [#apply].
public final class StagedRestore {

    private static final String STAGE = ".restore";
    private static final String READY = "ready";
    private static final String MOVED = "moved";
    private static final String RESTORED = "restored";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private static final long SPARE_BYTES = 64L << 20;
    private static final int STEPS = 100;

    private final Path folder;
    private final List<String> databases;
    private final List<String> others;
    private final LongSupplier space;

    /// @param folder the data folder
    /// @param databases names of the databases, without endings
    /// @param others names of the files and folders beside them that a backup contains
    public StagedRestore(Path folder, List<String> databases, List<String> others) {
        this(folder, databases, others, folder.toFile()::getUsableSpace);
    }

    /// @param space free bytes on the disk
    StagedRestore(Path folder, List<String> databases, List<String> others, LongSupplier space) {
        this.folder = folder;
        this.databases = List.copyOf(databases);
        this.others = List.copyOf(others);
        this.space = space;
    }

    /// Decrypts all of a backup and opens its databases for reading. The data in use is not touched.
    ///
    /// @param passwords of the databases, by their names
    /// @param master the key of this folder; that of the backup has to be the same
    /// @throws StoreException `store.backup-damaged`, `store.backup-wrong-key`, `store.backup-newer`,
    ///     `store.backup-no-space`, `store.backup-failed`
    public BackupManifest stage(
            Path backup, BackupKey key, byte[] master, Function<String, char[]> passwords, ProgressListener progress) {
        var stage = folder.resolve(STAGE);
        boolean complete = false;
        try {
            requireSpace(Files.size(backup));
            FileTree.delete(stage);
            OwnerOnlyFiles.createFolder(stage);
            var found = new AtomicReference<>(new byte[0]);
            long total = Math.max(1, Files.size(backup));
            long[] done = {0};
            var manifest = BackupArchive.read(
                    backup,
                    key,
                    (name, bytes) -> {
                        if (name.equals(BackupArchive.MASTER)) {
                            found.set(bytes.readAllBytes());
                        } else {
                            extract(stage.resolve(name), bytes);
                        }
                    },
                    count -> {
                        done[0] += count;
                        progress.onProgress((int) Math.min(STEPS, STEPS * done[0] / total), STEPS);
                    });
            if (!Arrays.equals(found.get(), master)) {
                throw new StoreException(Problem.of("store.backup-wrong-key"));
            }
            verify(stage, manifest, passwords);
            OwnerOnlyFiles.write(stage.resolve(READY), readyText(backup, manifest));
            complete = true;
            return manifest;
        } catch (IOException | UncheckedIOException e) {
            throw failed(e);
        } finally {
            if (!complete) {
                discard();
            }
        }
    }

    /// What a backup contains, from its first block.
    ///
    /// @throws StoreException `store.backup-damaged`, `store.backup-wrong-key`, `store.backup-newer`,
    ///     `store.backup-failed`
    public static BackupManifest describe(Path backup, BackupKey key) {
        try {
            return BackupArchive.readManifest(backup, key);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// The master key that a backup contains.
    ///
    /// @throws StoreException as [#stage]
    public static byte[] readMaster(Path backup, BackupKey key) {
        try {
            var found = new AtomicReference<>(new byte[0]);
            var _ = BackupArchive.read(
                    backup,
                    key,
                    (name, bytes) -> {
                        if (name.equals(BackupArchive.MASTER)) {
                            found.set(bytes.readAllBytes());
                        }
                    },
                    _ -> {});
            return found.get();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static byte[] readyText(Path backup, BackupManifest manifest) {
        return (backup.getFileName() + "\n" + manifest.moment() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void requireSpace(long bytes) {
        long free = space.getAsLong();
        if (free < bytes + SPARE_BYTES) {
            throw new StoreException(Problem.of("store.backup-no-space", (bytes + SPARE_BYTES) >> 20, free >> 20));
        }
    }

    private static void extract(Path file, java.io.InputStream bytes) throws IOException {
        OwnerOnlyFiles.createFolder(Objects.requireNonNull(file.getParent()));
        Files.copy(bytes, file);
        OwnerOnlyFiles.restrictToOwner(file);
    }

    private static void verify(Path stage, BackupManifest manifest, Function<String, char[]> passwords) {
        for (Map.Entry<String, Map<String, Long>> database : manifest.rows().entrySet()) {
            var rows = DatabaseCopy.countRows(stage.resolve(database.getKey()), passwords.apply(database.getKey()));
            if (!rows.equals(database.getValue())) {
                throw new StoreException(Problem.of("store.backup-damaged"));
            }
        }
    }

    /// Gives up a backup that was staged and not applied.
    public void discard() {
        try {
            var stage = folder.resolve(STAGE);
            Files.deleteIfExists(stage.resolve(READY));
            FileTree.delete(stage);
        } catch (IOException | UncheckedIOException _) {
            // Without the mark it is not applied, and deleted by the next stage.
        }
    }

    public boolean isStaged() {
        return Files.exists(folder.resolve(STAGE).resolve(READY));
    }

    /// Exchanges the files in use for those that were staged, if there are any. No database may be open.
    ///
    /// @return the folder to which the files were moved that were in use
    /// @throws StoreException `store.backup-failed`; call it again then, before a database is opened
    public Optional<Path> apply(Instant now) {
        if (!isStaged()) {
            return Optional.empty();
        }
        try {
            var stage = folder.resolve(STAGE);
            var aside = setAside(stage, now);
            try (Stream<Path> files = Files.list(stage)) {
                for (var file : files.filter(one -> !isMark(one)).toList()) {
                    Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
                }
            }
            OwnerOnlyFiles.write(folder.resolve(RESTORED), Files.readAllBytes(stage.resolve(READY)));
            discard();
            return Optional.of(aside);
        } catch (IOException | UncheckedIOException e) {
            throw failed(e);
        }
    }

    /// Once only: afterwards the same places hold the restored files.
    private Path setAside(Path stage, Instant now) throws IOException {
        var moved = stage.resolve(MOVED);
        if (Files.exists(moved)) {
            return Path.of(Files.readString(moved));
        }
        var aside = folder.resolve("set-aside").resolve("restore-" + NAME.format(now));
        OwnerOnlyFiles.createFolder(aside);
        var names = Stream.concat(
                databases.stream()
                        .flatMap(name -> Stream.of(".mv.db", ".header", ".tags").map(ending -> name + ending)),
                others.stream());
        for (var name : names.toList()) {
            if (Files.exists(folder.resolve(name))) {
                Files.move(folder.resolve(name), aside.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        OwnerOnlyFiles.write(moved, aside.toString().getBytes(StandardCharsets.UTF_8));
        return aside;
    }

    private static boolean isMark(Path file) {
        var name = file.getFileName().toString();
        return name.equals(READY) || name.equals(MOVED);
    }

    /// Name of the backup that was put into this folder, until [#finish] is called: what was erased since has to be
    /// erased again.
    public Optional<String> unfinished() {
        try {
            var mark = folder.resolve(RESTORED);
            return Files.exists(mark) ? Files.readString(mark).lines().findFirst() : Optional.empty();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// What was erased since the backup is erased again.
    public void finish() {
        try {
            Files.deleteIfExists(folder.resolve(RESTORED));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static StoreException failed(Exception e) {
        return new StoreException(Problem.of("store.backup-failed", e.getClass().getSimpleName()), e);
    }
}
