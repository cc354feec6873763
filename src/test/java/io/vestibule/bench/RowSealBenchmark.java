package io.vestibule.bench;

import io.vestibule.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What the protection of rows costs: reading rows with their checksums compared and vectors unsealed, beside
/// reading the same rows without. The time is that of one row.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class RowSealBenchmark {

    private static final int ROWS = 2_000;
    private static final int VECTOR = 2_048;

    private Path folder = Path.of("");
    private Database database;

    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory("vestibule-rows");
        database = Database.open(folder.resolve("records"), "bench".toCharArray(), "db/rows-2");
        var random = new Random(1);
        database.transaction(() -> {
            for (int i = 0; i < ROWS; i++) {
                var id = new UUID(random.nextLong(), random.nextLong());
                var vector = new byte[VECTOR / 4];
                random.nextBytes(vector);
                database.with(handle ->
                        handle.execute("insert into person (id, name) values (?, ?)", id, "Anna Schmidt " + id));
                database.with(handle -> handle.execute(
                        "insert into picture (person_id, bytes) values (?, ?)",
                        id,
                        database.rows().seal("picture", id, vector)));
            }
        });
    }

    @TearDown
    public void close() throws IOException {
        database.close();
        io.vestibule.base.FileTree.delete(folder);
    }

    private long read(String extra, boolean unseal) {
        return database.with(handle -> handle
                .createQuery(
                        "select p.id, p.name, v.bytes" + extra + " from person p join picture v on v.person_id = p.id")
                .map((rows, _) -> {
                    var id = rows.getObject("id");
                    var bytes = rows.getBytes("bytes");
                    if (unseal) {
                        database.rows().requireIntact(rows, "person", id);
                        return database.rows().unseal("picture", id, bytes).length;
                    }
                    return bytes.length;
                })
                .stream()
                .mapToLong(Integer::longValue)
                .sum());
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long sealed() {
        return read(", " + database.rows().intact("person", "p"), true);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long baseline() {
        return read("", false);
    }
}
