package io.vestibule.setup;

import io.vestibule.base.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;

/// The folder `set-aside` of the data folder: files that a restore or another way out replaced. They contain
/// personal data, so they are deleted when backups of the same age would be.
public final class SetAside {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS");

    private final Path folder;

    public SetAside(Path dataFolder) {
        this.folder = dataFolder.resolve("set-aside");
    }

    /// Deletes what was set aside longer ago than that, by the time in the name of each folder. What has
    /// another name is not ours and stays.
    ///
    /// @return number of deleted folders
    public int deleteOlder(Duration kept, Instant now) {
        int deleted = 0;
        for (var one : folders()) {
            if (isOlder(one.getFileName().toString(), now.minus(kept))) {
                try {
                    FileTree.delete(one);
                    deleted++;
                } catch (IOException | UncheckedIOException _) {
                    // In use by another program: deleted the next time.
                }
            }
        }
        return deleted;
    }

    private List<Path> folders() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList();
        } catch (IOException | UncheckedIOException _) {
            return List.of();
        }
    }

    private static boolean isOlder(String name, Instant limit) {
        try {
            return LocalDateTime.parse(name.replaceFirst("^restore-", ""), NAME)
                    .toInstant(ZoneOffset.UTC)
                    .isBefore(limit);
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
