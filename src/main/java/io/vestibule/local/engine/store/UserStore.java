package io.vestibule.local.engine.store;

import io.vestibule.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Users and the vectors made of their faces.
public final class UserStore {

    private final Database database;

    UserStore(Database database) {
        this.database = database;
    }

    public void insert(long collection, String id, Instant settlesAt) {
        database.with(handle -> handle.execute(
                "insert into face_user (collection, id, faces, settles_at) values (?, ?, 0, ?)",
                collection,
                id,
                settlesAt.toEpochMilli()));
    }

    public Optional<UserRow> byId(long collection, String id) {
        return database.with(handle -> handle.createQuery("select * from face_user where collection = ? and id = ?")
                .bind(0, collection)
                .bind(1, id)
                .map(UserStore::row)
                .findOne());
    }

    /// Those of the given numbers that are still there.
    public Map<Long, UserRow> byNumbers(Collection<Long> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return database.with(handle -> handle
                .createQuery("select * from face_user where number in (<numbers>)")
                .bindList("numbers", List.copyOf(numbers))
                .map(UserStore::row)
                .stream()
                .collect(Collectors.toMap(UserRow::number, Function.identity())));
    }

    /// In order of creation, those after `after`.
    public List<UserRow> page(long collection, long after, int most) {
        return database.with(handle -> handle.createQuery(
                        "select * from face_user where collection = ? and number > ? order by number limit ?")
                .bind(0, collection)
                .bind(1, after)
                .bind(2, most)
                .map(UserStore::row)
                .list());
    }

    /// @param vector of its faces; null without any face of the present model
    public void update(long number, int faces, Instant settlesAt, int model, float @Nullable [] vector) {
        var packed = vector == null ? null : VectorBytes.pack(vector);
        database.with(handle -> handle.execute(
                "update face_user set faces = ?, settles_at = ?, model = ?, vector = ? where number = ?",
                faces,
                settlesAt.toEpochMilli(),
                model,
                packed,
                number));
    }

    /// The faces it had are free afterwards.
    public void delete(long number) {
        database.with(handle -> handle.execute("delete from face_user where number = ?", number));
    }

    /// Vector of a user by the present model, if it has one.
    public Optional<float[]> vector(long number, int model) {
        return database.with(handle -> handle.createQuery(
                        "select vector from face_user where number = ? and model = ? and vector is not null")
                .bind(0, number)
                .bind(1, model)
                .map((result, _) -> VectorBytes.unpack(result.getBytes("vector")))
                .findOne());
    }

    public void vectors(long collection, int model, VectorSink sink) {
        database.with(handle -> {
            handle.createQuery("select number, vector from face_user"
                            + " where collection = ? and model = ? and vector is not null order by number")
                    .bind(0, collection)
                    .bind(1, model)
                    .map((result, _) -> new Loaded(result.getLong("number"), result.getBytes("vector")))
                    .forEach(loaded -> sink.accept(loaded.number(), VectorBytes.unpack(loaded.vector())));
            return sink;
        });
    }

    private static UserRow row(ResultSet result, StatementContext context) throws SQLException {
        return new UserRow(
                result.getLong("number"),
                result.getString("id"),
                result.getInt("faces"),
                Instant.ofEpochMilli(result.getLong("settles_at")));
    }
}
