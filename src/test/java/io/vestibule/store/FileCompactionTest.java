package io.vestibule.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The size of a file from which much was erased, while the program runs.
class FileCompactionTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int ROWS = 60;

    @TempDir
    Path folder;

    @Test
    void whatWasErasedLeavesTheFileWhileItIsOpen() {
        try (var database = open()) {
            fill(database);
            long full = database.size();
            assertThat(full).isGreaterThan(ROWS * 100_000L);

            database.with(handle -> handle.execute("delete from test_rows where id >= 3"));
            for (int i = 0; i < 10; i++) {
                database.compact(LONG);
                write(database, 1_000 + i, 10);
            }

            assertThat(database.size()).isLessThan(full / 3);
            assertThat(rows(database)).isEqualTo(13);
        }
        try (var database = open()) {
            assertThat(rows(database)).isEqualTo(13);
        }
    }

    /// As on a full disk, where moving would need room that is not there.
    @Test
    void nothingIsMovedOnAFullDisk() {
        try (var database = Database.open(
                folder.resolve("records"), "key".toCharArray(), "db/common", () -> 0, ConnectionPools.WAIT)) {
            long before = database.size();
            database.compact(LONG);
            assertThat(database.size()).isEqualTo(before);
        }
    }

    private Database open() {
        return Database.open(folder.resolve("records"), "key".toCharArray(), "db/common");
    }

    private static void fill(Database database) {
        // What was replaced may be written over at once, which takes seconds otherwise.
        database.with(handle -> handle.execute("set retention_time 0"));
        database.with(
                handle -> handle.execute("create table test_rows (id int primary key, bytes binary large object)"));
        for (int i = 0; i < ROWS; i++) {
            write(database, i, 100_000);
        }
    }

    private static void write(Database database, int id, int length) {
        var bytes = new byte[length];
        new Random(id).nextBytes(bytes);
        database.with(handle -> handle.execute("insert into test_rows values (?, ?)", id, bytes));
    }

    private static int rows(Database database) {
        return database.with(handle -> handle.createQuery("select count(*) from test_rows where length(bytes) > 0")
                .mapTo(Integer.class)
                .one());
    }
}
