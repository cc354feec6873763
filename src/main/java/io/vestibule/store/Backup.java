package io.vestibule.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Objects;
import javax.sql.DataSource;

/// Copies of the database file, still encrypted, created before a migration.
final class Backup {

    private static final int KEPT = 3;

    private Backup() {}

    static void createBefore(DataSource source, Path file, String version) throws SQLException {
        var name = file.getFileName().toString();
        var target = file.resolveSibling(name + ".before-" + version + ".zip");
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement("backup to ?")) {
            statement.setString(1, target.toAbsolutePath().toString());
            statement.execute();
        }
        FilePermissions.ownerOnly(target);
        dropOldest(target.toAbsolutePath(), name + ".before-");
    }

    /// The newest stays in any case: with the clock set back, it would count as the oldest.
    private static void dropOldest(Path newest, String prefix) {
        try (var files = Files.list(Objects.requireNonNull(newest.getParent()))) {
            var copies = files.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .filter(path -> !path.equals(newest))
                    .sorted(Comparator.comparingLong(
                                    (Path path) -> path.toFile().lastModified())
                            .reversed())
                    .skip(KEPT - 1)
                    .toList();
            for (var copy : copies) {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
