package io.vestibule.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.base.InterruptShield;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    private static final char[] KEY = "correct-key".toCharArray();
    private static final Duration PATIENT = Duration.ofSeconds(30);

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
    void theFileIsCompactAfterManyChanges() throws Exception {
        var file = folder.resolve("records.mv.db");
        try (var database = open("db/sample-1")) {
            for (int i = 0; i < 600; i++) {
                insert(database, i, "word " + i);
                database.with(handle -> handle.execute("update note set words = 'word ' || rand()"));
            }
            database.with(handle -> handle.execute("delete from note where id > 0"));
            assertThat(setting(database, "RETENTION_TIME")).isEqualTo(5_000);
            assertThat(setting(database, "MAX_COMPACT_TIME")).isEqualTo(3_000);
        }
        assertThat(Files.size(file)).isLessThan(1 << 20);
        try (var database = open("db/sample-1")) {
            assertThat(count(database)).isEqualTo(1);
        }
    }

    private static int setting(Database database, String name) {
        return database.with(handle -> handle.createQuery(
                        "select setting_value from information_schema.settings where setting_name = ?")
                .bind(0, name)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void noTransactionStartsOnAFullDiskAndWorkResumesAfterwards() {
        var left = new AtomicLong(Database.MIN_FREE_BYTES);
        try (var database = Database.open(folder.resolve("records"), KEY, "db/sample-1", left::get, PATIENT)) {
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
        database.close();
        assertProblem("store.closed", () -> database.transaction(() -> insert(database, 1, "one")));
    }

    private static void assertProblem(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    /// As H2 does when it cannot write its file.
    private static void closeItself(Database database) {
        assertProblem("store.closed", () -> database.with(handle -> handle.execute("shutdown immediately")));
    }

    @Test
    void aDatabaseThatClosedItselfIsOpenedAgainWithEverythingThatWasCommitted() {
        try (var database = open("db/sample-1")) {
            insert(database, 1, "one");
            closeItself(database);
            insert(database, 2, "two");
            assertThat(count(database)).isEqualTo(2);
        }
    }

    @Test
    void aDatabaseWhoseFileIsGoneIsReportedAndNotReplacedByAnEmptyOne() throws Exception {
        var shortly = Duration.ofMillis(300);
        try (var database =
                Database.open(folder.resolve("records"), KEY, "db/sample-1", () -> Long.MAX_VALUE, shortly)) {
            insert(database, 1, "one");
            // Before it closes: the pool might open it again at once.
            Files.move(folder.resolve("records.mv.db"), folder.resolve("elsewhere"));
            closeItself(database);
            assertProblem("store.closed", () -> count(database));
            assertThat(folder.resolve("records.mv.db")).doesNotExist();

            Files.move(folder.resolve("elsewhere"), folder.resolve("records.mv.db"));
            assertThat(count(database)).isEqualTo(1);
        }
    }

    /// Takes every connection of one pool, and runs the check meanwhile.
    private static void whileAllAreInUse(Database database, int connections, Consumer<Runnable> lane, Runnable check)
            throws Exception {
        var taken = new CountDownLatch(connections);
        var checked = new CountDownLatch(1);
        var holders = Stream.generate(() -> Thread.ofPlatform()
                        .daemon()
                        .start(() -> lane.accept(() -> {
                            var _ = database.with(_ -> {
                                taken.countDown();
                                return await(checked);
                            });
                        })))
                .limit(connections)
                .toList();
        try {
            assertThat(await(taken)).isTrue();
            check.run();
        } finally {
            checked.countDown();
            for (var holder : holders) {
                holder.join();
            }
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void backgroundWorkThatHasAllItsConnectionsInUseLeavesScreensTheirs() throws Exception {
        try (var database = open("db/sample-1")) {
            whileAllAreInUse(
                    database,
                    ConnectionPools.BACKGROUND,
                    Database::asBackground,
                    () -> assertThat(count(database)).isZero());
        }
    }

    @Test
    void whoGetsNoConnectionInTimeIsToldThatTheDatabaseIsBusyAndThatIsAll() throws Exception {
        var shortly = Duration.ofMillis(300);
        try (var database =
                Database.open(folder.resolve("records"), KEY, "db/sample-1", () -> Long.MAX_VALUE, shortly)) {
            whileAllAreInUse(
                    database,
                    ConnectionPools.SCREENS,
                    Runnable::run,
                    () -> assertProblem("store.busy", () -> count(database)));
            assertThat(count(database)).isZero();
        }
    }

    @Test
    void aThreadThatIsInterruptedAlreadyUsesTheDatabaseAndStaysInterrupted() {
        try (var database = open("db/sample-1")) {
            Thread.currentThread().interrupt();
            insert(database, 1, "one");
            assertThat(count(database)).isEqualTo(1);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aTaskThatIsCancelledInsideATransactionIsInterruptedAfterIt() {
        var shield = new InterruptShield();
        var inside = new AtomicBoolean(true);
        try (var database = open("db/sample-1")) {
            shield.run(() -> {
                database.transaction(() -> {
                    insert(database, 1, "one");
                    shield.interrupt();
                    inside.set(Thread.currentThread().isInterrupted());
                    insert(database, 2, "two");
                });
                assertThat(inside).isFalse();
                assertThat(Thread.interrupted()).isTrue();
            });
            assertThat(count(database)).isEqualTo(2);
        }
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

    /// Two branches of the work may each add a migration, and the one with the lower number be merged later.
    @Test
    void aMigrationWithALowerNumberIsAppliedLater() throws Exception {
        try (var database = open("db/gap-1")) {
            insert(database, 1, "first");
        }
        for (int i = 0; i < 2; i++) {
            try (var database = open("db/gap-2")) {
                assertThat(database.<Integer>with(handle -> handle.execute("update note set size = 3, colour = 'red'")))
                        .isEqualTo(1);
            }
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("the copy made before")
                    .anyMatch(name -> name.startsWith("records.before-") && name.endsWith(".zip"));
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
