package io.vestibule.backup;

import io.vestibule.base.Problem;
import io.vestibule.settings.OwnerOnlyFiles;
import io.vestibule.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The backups of one data folder in a folder that they may share with those of others. Blocks, on a share for long.
public final class BackupFolder {

    static final String ENDING = ".backup";

    private static final String UNFINISHED = ".part";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final String prefix;

    /// @param id of [BackupKey#id]
    public BackupFolder(Path folder, String id) {
        this.folder = folder;
        this.prefix = "vestibule-" + id + "-";
    }

    public Path path() {
        return folder;
    }

    /// Newest first; empty if the folder is missing.
    ///
    /// @throws StoreException `store.backup-folder` if the folder cannot be read
    public List<BackupFile> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> parse(file).stream())
                    .sorted(Comparator.comparing(BackupFile::moment).reversed())
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw unusable(e);
        }
    }

    /// Creates the folder if it is missing, and deletes what an interrupted backup left in it.
    ///
    /// @throws StoreException `store.backup-folder` if nothing can be written to it
    void prepare() {
        try {
            OwnerOnlyFiles.createFolder(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (var file : files.filter(this::isUnfinished).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw unusable(e);
        }
    }

    private boolean isUnfinished(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith("." + prefix) && name.endsWith(UNFINISHED);
    }

    Path file(Instant moment) {
        return folder.resolve(prefix + NAME.format(moment) + ENDING);
    }

    Path unfinished(Instant moment) {
        return folder.resolve("." + prefix + NAME.format(moment) + UNFINISHED);
    }

    /// Deletes backups that are too many or too old, and those of before an erasure that is due. The newest one stays
    /// however old it is, unless somebody is in it who has to be gone: call this after a backup, so that there is a
    /// new one.
    ///
    /// @param kept how many stay
    /// @param age how long they stay
    /// @return names of those that were deleted
    public List<String> prune(int kept, Duration age, List<ErasureList.Entry> erasures, Instant now) {
        var all = list();
        var obsolete = Stream.iterate(0, i -> i < all.size(), i -> i + 1)
                .filter(i -> i >= kept
                        || (i > 0 && all.get(i).moment().isBefore(now.minus(age)))
                        || isDue(all.get(i).moment(), erasures, now))
                .map(all::get)
                .toList();
        try {
            for (var file : obsolete) {
                Files.deleteIfExists(file.path());
            }
        } catch (IOException e) {
            throw unusable(e);
        }
        return obsolete.stream().map(BackupFile::name).toList();
    }

    /// Whether somebody may be in a copy of that moment who has to be gone by now.
    static boolean isDue(Instant moment, List<ErasureList.Entry> erasures, Instant now) {
        return erasures.stream()
                .anyMatch(erasure ->
                        !moment.isAfter(erasure.erasedAt()) && !erasure.due().isAfter(now));
    }

    private Optional<BackupFile> parse(Path file) {
        var name = file.getFileName().toString();
        if (!name.startsWith(prefix) || !name.endsWith(ENDING)) {
            return Optional.empty();
        }
        try {
            var moment = NAME.parse(name.substring(prefix.length(), name.length() - ENDING.length()), Instant::from);
            return Optional.of(new BackupFile(file, moment, file.toFile().length()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    static StoreException unusable(Exception e) {
        return new StoreException(Problem.of("store.backup-folder", e.getClass().getSimpleName()), e);
    }
}
