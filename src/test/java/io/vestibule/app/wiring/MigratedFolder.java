package io.vestibule.app.wiring;

import io.vestibule.base.FileTree;
import io.vestibule.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/// Copies of a data folder whose databases are new and migrated, and whose key exists. Migrating new databases took
/// more than a third of the processor time of all tests, so each test process does it once.
public final class MigratedFolder {

    private static final Lazy<Path> TEMPLATE = new Lazy<>(MigratedFolder::create);

    private MigratedFolder() {}

    /// Fills a folder that is missing or empty; any other is left as it is.
    public static void copyTo(Path folder) {
        try {
            if (!isEmpty(folder)) {
                return;
            }
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.walk(TEMPLATE.get())) {
                for (Path file : files.skip(1).toList()) {
                    Files.copy(
                            file,
                            folder.resolve(TEMPLATE.get().relativize(file).toString()),
                            StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static Path create() {
        try {
            Path folder = Files.createTempDirectory("vestibule-migrated");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            char[] password;
            try (var application = Application.open(folder)) {
                application.storage().database();
                application.engine().service();
                password = application.storage().key().databasePassword("database");
            }
            // The clock of a test shows any time; a later one would be taken for the last time seen.
            try (var database = Database.open(folder.resolve("vestibule"), password, "db/common")) {
                database.with(handle -> handle.execute("delete from clock_state"));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileTree.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
