package io.vestibule.store;

import io.vestibule.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipInputStream;

/// The ways out of a [FileFault]. Each needs an explicit answer of an operator; none deletes anything: files that are
/// replaced are moved into the folder `set-aside` of the data folder.
public final class FileRecovery {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path database;
    private final char[] key;
    private final Clock clock;

    /// @param database path without the `.mv.db` that H2 appends
    public FileRecovery(Path database, char[] key, Clock clock) {
        this.database = database.toAbsolutePath();
        this.key = key.clone();
        this.clock = clock;
    }

    /// When the newest copy was made that could be used; empty if there is none. The copy was not opened yet.
    public Optional<Instant> newestCopy() {
        try {
            var copies = copies();
            return copies.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Files.getLastModifiedTime(copies.getFirst()).toInstant());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Replaces the database by the newest copy that can be opened and read.
    ///
    /// @throws StoreException `store.no-good-copy` if there is none; nothing was changed
    public void useNewestCopy() {
        try {
            for (var copy : copies()) {
                var folder = Files.createTempDirectory(folder(), ".copy");
                try {
                    var unpacked = folder.resolve(fileName());
                    if (unpack(copy, unpacked) && isGood(folder.resolve(name()))) {
                        setAside(List.of());
                        Files.move(unpacked, DatabaseFiles.of(database), StandardCopyOption.ATOMIC_MOVE);
                        return;
                    }
                } finally {
                    deleteAll(folder);
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
        throw new StoreException(Problem.of("store.no-good-copy"));
    }

    /// Moves the database away, so that the next start creates a new one.
    ///
    /// @param others files and folders of the same folder that are useless without it, moved away as well
    /// @return the folder in which everything is now
    public Path setAside(List<Path> others) {
        try {
            var target = folder().resolve("set-aside").resolve(NAME.format(clock.instant()));
            Files.createDirectories(target);
            for (var file :
                    List.of(DatabaseFiles.of(database), HeaderFile.header(database), HeaderFile.tags(database))) {
                move(file, target);
            }
            for (var other : others) {
                move(other, target);
            }
            return target;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Uses the file as it is: an older copy is the database from now on.
    public void acceptOlder() {
        try {
            var target = folder().resolve("set-aside").resolve(NAME.format(clock.instant()));
            Files.createDirectories(target);
            move(HeaderFile.header(database), target);
            move(HeaderFile.tags(database), target);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Uses what can be read of a damaged file. Whatever needs a damaged part fails with `store.damaged-part`.
    public void acceptDamage() {
        try {
            var beside = new HeaderFile(database, new FileKeys(key));
            var header = beside.read().header();
            if (header.isPresent()) {
                var file = DatabaseFiles.of(database);
                beside.write(header.get().tolerating(Files.size(file), FileInspection.modified(file)));
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Newest first.
    private List<Path> copies() throws IOException {
        try (var files = Files.list(folder())) {
            return files.filter(path -> {
                        var file = path.getFileName().toString();
                        return file.startsWith(name() + ".before-") && file.endsWith(".zip");
                    })
                    .sorted(Comparator.comparingLong(
                                    (Path path) -> path.toFile().lastModified())
                            .reversed())
                    .toList();
        }
    }

    private boolean unpack(Path copy, Path target) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(copy))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(fileName())) {
                    Files.copy(zip, target);
                    FilePermissions.ownerOnly(target);
                    return true;
                }
            }
            return false;
        } catch (java.util.zip.ZipException | java.io.EOFException _) {
            return false;
        }
    }

    private boolean isGood(Path unpacked) throws IOException {
        return new FileInspection(unpacked, key, new HeaderFile(unpacked, new FileKeys(key)))
                .inspect(() -> true)
                .fault()
                .isEmpty();
    }

    private static void move(Path file, Path folder) throws IOException {
        if (Files.exists(file)) {
            Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private String name() {
        return database.getFileName().toString();
    }

    private String fileName() {
        return DatabaseFiles.of(database).getFileName().toString();
    }

    private Path folder() {
        return Objects.requireNonNull(database.getParent());
    }

    private static StoreException failed(IOException e) {
        return new StoreException(Problem.of("store.cannot-open", e.getClass().getSimpleName()), e);
    }
}
