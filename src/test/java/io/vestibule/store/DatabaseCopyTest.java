package io.vestibule.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Copies of a database that is in use.
class DatabaseCopyTest {

    private static final char[] KEY = "0123456789abcdef".toCharArray();
    private static final int ACCOUNTS = 200;

    @TempDir
    Path folder;

    @Test
    void theCopyIsOneMomentsStateWhileAWriterGoesOn() throws InterruptedException {
        var copies = folder.resolve("copies");
        assertThat(copies.toFile().mkdir()).isTrue();
        try (var database = Database.open(folder.resolve("data"), KEY, "db/vms")) {
            furnish(database);
            var stop = new AtomicBoolean();
            var moved = new CountDownLatch(20);
            var writer = Thread.ofPlatform().start(() -> {
                var random = new Random(1);
                while (!stop.get()) {
                    transfer(database, random.nextInt(ACCOUNTS), random.nextInt(ACCOUNTS));
                    moved.countDown();
                }
            });
            moved.await();
            DatabaseCopy.write(List.of(new DatabaseCopy.Source("copy", database, () -> KEY)), copies, () -> {});
            stop.set(true);
            writer.join();
            assertThat(sum(database)).isEqualTo(ACCOUNTS * 100L);
        }
        try (var copy = Database.open(copies.resolve("copy"), KEY, "db/vms")) {
            assertThat(sum(copy)).as("left one account and reached the other").isEqualTo(ACCOUNTS * 100L);
            assertThat(copy.<Long>with(handle -> handle.createQuery("select max(moved) from one")
                            .mapTo(Long.class)
                            .one()))
                    .isEqualTo(copy.<Long>with(handle -> handle.createQuery("select max(moved) from other")
                            .mapTo(Long.class)
                            .one()))
                    .isPositive();
        }
    }

    @Test
    void theCopyHasNothingThatWasWrittenAfterItsMoment() {
        var copies = folder.resolve("copies");
        assertThat(copies.toFile().mkdir()).isTrue();
        try (var database = Database.open(folder.resolve("data"), KEY, "db/vms")) {
            furnish(database);
            transfer(database, 1, 2);
            DatabaseCopy.write(
                    List.of(new DatabaseCopy.Source("copy", database, () -> KEY)),
                    copies,
                    () -> transfer(database, 3, 4));
        }
        try (var copy = Database.open(copies.resolve("copy"), KEY, "db/vms")) {
            assertThat(copy.<Long>with(handle -> handle.createQuery("select max(moved) from one")
                            .mapTo(Long.class)
                            .one()))
                    .isOne();
        }
    }

    @Test
    void deletedRowsDoNotTravelAndTheCopyIsCountedWithoutChangingIt() throws Exception {
        var copies = Files.createDirectory(folder.resolve("copies"));
        long size;
        try (var database = Database.open(folder.resolve("data"), KEY, "db/vms")) {
            database.with(handle -> handle.execute("create table photo (id int primary key, bytes varbinary)"));
            database.transaction(() -> {
                for (int i = 0; i < 100; i++) {
                    var bytes = new byte[60_000];
                    new Random(i).nextBytes(bytes);
                    int id = i;
                    database.with(handle -> handle.execute("insert into photo values (?, ?)", id, bytes));
                }
            });
            database.transaction(() -> database.with(handle -> handle.execute("delete from photo where id > 0")));
            size = database.size();
            var rows =
                    DatabaseCopy.write(List.of(new DatabaseCopy.Source("copy", database, () -> KEY)), copies, () -> {});
            assertThat(rows.get("copy")).containsEntry("photo", 1L);
        }
        var file = copies.resolve("copy.mv.db");
        var before = Files.readAllBytes(file);
        assertThat(before.length).isLessThan((int) (size / 4));
        assertThat(DatabaseCopy.countRows(copies.resolve("copy"), KEY)).containsEntry("photo", 1L);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(copies.toFile().list()).as("no script is left").containsExactly("copy.mv.db");
    }

    private static void furnish(Database database) {
        database.with(handle -> handle.execute("create table one (id int primary key, v bigint, moved bigint)"));
        database.with(handle -> handle.execute("create table other (id int primary key, v bigint, moved bigint)"));
        for (int i = 0; i < ACCOUNTS; i++) {
            int id = i;
            database.with(handle -> handle.execute("insert into one values (?, 100, 0)", id));
            database.with(handle -> handle.execute("insert into other values (?, 0, 0)", id));
        }
    }

    private static void transfer(Database database, int from, int into) {
        database.transaction(() -> {
            database.with(handle -> handle.execute(
                    "update one set v = v - 1, moved = (select max(moved) + 1 from one) where id = ?", from));
            database.with(handle -> handle.execute(
                    "update other set v = v + 1, moved = (select max(moved) from one) where id = ?", into));
        });
    }

    private static long sum(Database database) {
        return database.<Long>with(
                handle -> handle.createQuery("select (select sum(v) from one) + (select sum(v) from other)")
                        .mapTo(Long.class)
                        .one());
    }
}
