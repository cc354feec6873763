package io.vestibule.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    private static final char[] KEY = "correct-key".toCharArray();

    @TempDir
    Path folder;

    private Database open(String migrations) {
        return Database.open(folder.resolve("records"), KEY, migrations);
    }

    private static void insert(Database database, int id, String words) {
        database.with(handle -> handle.execute("insert into note (id, words) values (?, ?)", id, words));
    }

    private static int count(Database database) {
        return database.with(handle -> handle.createQuery("select count(*) from note")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void dataIsPersistentAndEncryptedOnDisk() throws Exception {
        try (var database = open("db/sample-1")) {
            insert(database, 1, "a secret sentence");
        }
        try (var database = open("db/sample-1")) {
            assertThat(count(database)).isEqualTo(1);
        }
        var file = Files.readAllBytes(folder.resolve("records.mv.db"));
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("secret sentence");
        assertThat(Files.getPosixFilePermissions(folder.resolve("records.mv.db")))
                .hasSize(2);
    }

    @Test
    void noTransactionStartsOnAFullDiskAndWorkResumesAfterwards() {
        var left = new AtomicLong(Database.MIN_FREE_BYTES);
        try (var database = Database.open(folder.resolve("records"), KEY, "db/sample-1", left::get)) {
            database.transaction(() -> insert(database, 1, "one"));
            left.set(Database.MIN_FREE_BYTES - 1);
            assertThatThrownBy(() -> database.transaction(() -> insert(database, 2, "two")))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> assertThat(e.problem().code()).isEqualTo("store.disk-full"));
            assertThat(count(database)).isEqualTo(1);
            left.set(Database.MIN_FREE_BYTES);
            database.transaction(() -> insert(database, 2, "two"));
            assertThat(count(database)).isEqualTo(2);
        }
    }

    @Test
    void aClosedDatabaseReportsItsProblem() {
        var database = open("db/sample-1");
        assertThatThrownBy(() -> database.with(handle -> handle.execute("shutdown immediately")))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> database.transaction(() -> insert(database, 1, "one")))
                .isInstanceOf(StoreException.class);
        database.close();
    }

    @Test
    void anExceptionRollsBackEveryStoreInTheTransaction() {
        try (var database = open("db/sample-1")) {
            assertThatThrownBy(() -> database.transaction(() -> {
                        insert(database, 1, "one");
                        database.transaction(() -> insert(database, 2, "two"));
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");
            assertThat(count(database)).isZero();
        }
    }

    @Test
    void refusesAWrongKeyWithItsProblem() {
        open("db/sample-1").close();
        assertThatThrownBy(() -> Database.open(folder.resolve("records"), "other".toCharArray(), "db/sample-1"))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("store.wrong-key"));
    }

    @Test
    void createsAnEncryptedBackupBeforeAMigration() throws Exception {
        try (var database = open("db/sample-1")) {
            insert(database, 1, "a secret sentence");
        }
        try (var database = open("db/sample-2")) {
            database.with(handle -> handle.execute("update note set colour = 'red'"));
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("records.before-") && name.endsWith(".zip"));
        }
    }

    @Test
    void theBackupOfThisMigrationStaysAlsoWhereTheClockWasSetBack() throws Exception {
        open("db/sample-1").close();
        for (var earlier : java.util.List.of("a", "b", "c")) {
            var copy = Files.createFile(folder.resolve("records.before-" + earlier + ".zip"));
            Files.setLastModifiedTime(copy, FileTime.from(Instant.now().plus(Duration.ofDays(730))));
        }
        open("db/sample-2").close();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".zip")))
                    .hasSize(3)
                    .contains("records.before-001.zip");
        }
    }

    @Test
    void refusesADatabaseOfANewerVersion() {
        open("db/sample-2").close();
        assertThatThrownBy(() -> open("db/sample-1"))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("store.newer"));
    }

    @Test
    void explainsADamagedFile() throws Exception {
        open("db/sample-1").close();
        var file = folder.resolve("records.mv.db");
        var bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 4096, bytes.length, (byte) 7);
        Files.write(file, bytes);
        assertThatThrownBy(() -> open("db/sample-1")).isInstanceOf(StoreException.class);
    }

    @Test
    void theTablesOfTheProgramCanBeCreated() {
        try (var database = open("db/common")) {
            var tables = database.with(handle -> handle.createQuery(
                            "select count(*) from information_schema.tables where table_schema = 'public'")
                    .mapTo(Integer.class)
                    .one());
            assertThat(tables).isGreaterThan(10);
        }
    }

    @Test
    void staysOpenWhenAThreadIsInterrupted() throws Exception {
        try (var database = open("db/sample-1")) {
            var worker = Thread.ofPlatform().start(() -> {
                // Interrupted before it writes, so that the write is certain to be interrupted.
                Thread.currentThread().interrupt();
                try {
                    insert(database, 1, "words");
                } catch (RuntimeException _) {
                    // This statement may succeed or fail; the test is about the next one.
                }
            });
            worker.join();
            insert(database, 2, "still open");
            assertThat(count(database)).isBetween(1, 2);
        }
    }
}
