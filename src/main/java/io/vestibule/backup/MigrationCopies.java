package io.vestibule.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The copies of single databases that are made before a migration. They are as old as any backup may be, at most.
public final class MigrationCopies {

    private final Path dataFolder;

    public MigrationCopies(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    /// Deletes those that are too old, or in which somebody is who has to be gone.
    public void prune(Duration age, List<ErasureList.Entry> erasures, Instant now) {
        try (Stream<Path> files = Files.list(dataFolder)) {
            for (var file : files.filter(MigrationCopies::isCopy).toList()) {
                var made = Files.getLastModifiedTime(file).toInstant();
                if (made.isBefore(now.minus(age)) || BackupFolder.isDue(made, erasures, now)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw BackupFolder.unusable(e);
        }
    }

    private static boolean isCopy(Path file) {
        var name = file.getFileName().toString();
        return name.contains(".before-") && name.endsWith(".zip");
    }
}
