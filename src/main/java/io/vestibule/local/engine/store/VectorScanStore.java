package io.vestibule.local.engine.store;

import io.vestibule.store.Database;
import java.util.List;
import java.util.Optional;

/// Reads all vectors of a collection, a thousand at a time: the database would write parts of a longer result to a
/// temporary file.
final class VectorScanStore {

    private static final int STEP = 1000;

    private final Database database;
    private final String table;
    private final String sql;

    /// @param table of the vectors; its key is `number`
    /// @param sql returns `number` and `vector` (null where there is none) in order of number, for the parameters
    ///     model, collection, last number so far, and maximum number of rows
    VectorScanStore(Database database, String table, String sql) {
        this.database = database;
        this.table = table;
        this.sql = sql;
    }

    void read(int model, long collection, VectorSink sink) {
        long after = 0;
        List<Loaded> step;
        do {
            step = step(model, collection, after);
            for (var row : step) {
                if (row.vector().length > 0) {
                    sink.accept(row.number(), row.vector());
                }
                after = row.number();
            }
        } while (step.size() == STEP);
    }

    private List<Loaded> step(int model, long collection, long after) {
        return database.with(handle -> handle.createQuery(sql)
                .bind(0, model)
                .bind(1, collection)
                .bind(2, after)
                .bind(3, STEP)
                .map((result, _) -> {
                    long number = result.getLong("number");
                    return new Loaded(
                            number,
                            Optional.ofNullable(result.getBytes("vector"))
                                    .flatMap(bytes -> database.rows().unsealed(table, number, bytes))
                                    .map(VectorBytes::unpack)
                                    .orElseGet(() -> new float[0]));
                })
                .list());
    }

    @SuppressWarnings("ArrayRecordComponent") // exists while one row is read
    private record Loaded(long number, float[] vector) {}
}
