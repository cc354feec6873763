package io.vestibule.local.engine.store;

import io.vestibule.store.Database;
import java.util.List;

/// Reads all vectors of a collection, a thousand at a time: the database would write parts of a longer result to a
/// temporary file.
final class VectorScanStore {

    private static final int STEP = 1000;

    private final Database database;
    private final String sql;

    /// @param sql returns `number` and `vector` (null where there is none) in order of number, for the parameters
    ///     model, collection, last number so far, and maximum number of rows
    VectorScanStore(Database database, String sql) {
        this.database = database;
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
                    var vector = result.getBytes("vector");
                    return new Loaded(
                            result.getLong("number"), vector == null ? new float[0] : VectorBytes.unpack(vector));
                })
                .list());
    }

    @SuppressWarnings("ArrayRecordComponent") // exists while one row is read
    private record Loaded(long number, float[] vector) {}
}
