package io.vestibule.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.base.ProgressListener;
import io.vestibule.fixture.MigratedDatabase;
import io.vestibule.store.DatabaseCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The exchange of the files, cut off at each of its steps, and the disk that is too full.
class StagedRestoreTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void create() throws IOException {
        folder = Files.createDirectory(temp.resolve("data"));
    }

    private StagedRestore staged() {
        return new StagedRestore(folder, List.of("vestibule"), List.of("photos", "settings.json"));
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void move(String from, String to) throws IOException {
        Files.createDirectories(folder.resolve(to).getParent());
        Files.move(folder.resolve(from), folder.resolve(to));
    }

    private List<String> setAside(String name) throws IOException {
        try (var files = Files.walk(folder.resolve("set-aside"))) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .map(StagedRestoreTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Where the process was killed.
    enum Killed {
        BEFORE_ANYTHING,
        AFTER_SOME_WERE_SET_ASIDE,
        AFTER_ALL_WERE_SET_ASIDE,
        AFTER_SOME_WERE_PUT_IN_PLACE,
        AFTER_ALL_WERE_PUT_IN_PLACE
    }

    @ParameterizedTest
    @EnumSource
    void anExchangeThatWasCutOffIsContinuedAndLosesNothing(Killed killed) throws IOException {
        write("vestibule.mv.db", "old database");
        write("vestibule.header", "old header");
        write("photos/one", "old photo");
        write(".restore/vestibule.mv.db", "new database");
        write(".restore/photos/one", "new photo");
        write(".restore/ready", "the.backup\n" + NOW + "\n");
        var aside = "set-aside/restore-20260301-095900-000/";
        if (killed.compareTo(Killed.AFTER_SOME_WERE_SET_ASIDE) >= 0) {
            move("vestibule.mv.db", aside + "vestibule.mv.db");
        }
        if (killed.compareTo(Killed.AFTER_ALL_WERE_SET_ASIDE) >= 0) {
            move("vestibule.header", aside + "vestibule.header");
            move("photos", aside + "photos");
            write(".restore/moved", folder.resolve(aside).toString());
        }
        if (killed.compareTo(Killed.AFTER_SOME_WERE_PUT_IN_PLACE) >= 0) {
            move(".restore/vestibule.mv.db", "vestibule.mv.db");
        }
        if (killed.compareTo(Killed.AFTER_ALL_WERE_PUT_IN_PLACE) >= 0) {
            move(".restore/photos", "photos");
            write("restored", "the.backup\n" + NOW + "\n");
        }

        assertThat(staged().apply(NOW)).isPresent();

        assertThat(read(folder.resolve("vestibule.mv.db"))).isEqualTo("new database");
        assertThat(read(folder.resolve("photos/one"))).isEqualTo("new photo");
        assertThat(folder.resolve("vestibule.header")).doesNotExist();
        assertThat(setAside("vestibule.mv.db")).containsExactly("old database");
        assertThat(setAside("vestibule.header")).containsExactly("old header");
        assertThat(setAside("one")).containsExactly("old photo");
        assertThat(staged().unfinished()).contains("the.backup");
        assertThat(staged().isStaged()).isFalse();
        assertThat(staged().apply(NOW)).isEmpty();
    }

    @Test
    void whatWasNotVerifiedCompletelyIsNeverPutInPlace() throws IOException {
        write("vestibule.mv.db", "old database");
        write(".restore/vestibule.mv.db", "half a database");
        assertThat(staged().apply(NOW)).isEmpty();
        assertThat(read(folder.resolve("vestibule.mv.db"))).isEqualTo("old database");
    }

    @Test
    void aDiskThatIsTooFullIsNoticedBeforeAnythingIsWritten() throws IOException {
        var key = BackupKey.ofVault(new byte[32]);
        var target = new BackupFolder(Files.createDirectory(temp.resolve("backups")), key.id());
        try (var database = MigratedDatabase.open(Files.createDirectory(temp.resolve("source")))) {
            var source = new BackupSource(
                    temp.resolve("source"),
                    List.of(new DatabaseCopy.Source("vestibule", database, "key"::toCharArray)),
                    List.of(),
                    List.of(),
                    () -> new byte[32]);
            long needed = 2 * database.size() + (64L << 20);
            for (var full : List.of(temp.resolve("source"), target.path())) {
                var maker = new BackupMaker(
                        source,
                        key,
                        target,
                        ProgressListener.NONE,
                        folder -> folder.equals(full) ? database.size() : 2 * needed);
                assertThatThrownBy(() -> maker.make(NOW)).hasMessage("store.backup-no-space");
                assertThat(target.path()).isEmptyDirectory();
            }
            var backup = new BackupMaker(source, key, target, ProgressListener.NONE, _ -> needed).make(NOW);
            var restore = new StagedRestore(folder, List.of("vestibule"), List.of(), () -> backup.bytes());
            assertThatThrownBy(() -> restore.stage(
                            backup.path(), key, new byte[32], _ -> "key".toCharArray(), ProgressListener.NONE))
                    .hasMessage("store.backup-no-space");
            assertThat(folder).isEmptyDirectory();
        }
    }
}
