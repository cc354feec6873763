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

/// Store of users and their user vectors.
public final class UserStore {

    private static final String VECTORS = "user_vector";

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

    /// The users with the given numbers that still exist.
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

    /// A page in order of creation, after the user with number `after`.
    public List<UserRow> page(long collection, long after, int most) {
        return database.with(handle -> handle.createQuery(
                        "select * from face_user where collection = ? and number > ? order by collection, number limit ?")
                .bind(0, collection)
                .bind(1, after)
                .bind(2, most)
                .map(UserStore::row)
                .list());
    }

    /// @param vector the user vector; null if the user has no face of the current model
    public void update(long number, int faces, Instant settlesAt, int model, float @Nullable [] vector) {
        database.with(handle -> {
            handle.execute(
                    "update face_user set faces = ?, settles_at = ? where number = ?",
                    faces,
                    settlesAt.toEpochMilli(),
                    number);
            handle.execute("delete from user_vector where holder = ?", number);
            return vector == null
                    ? 0
                    : handle.execute(
                            "insert into user_vector (holder, model, vector) values (?, ?, ?)",
                            number,
                            model,
                            database.rows().seal(VECTORS, number, VectorBytes.pack(vector)));
        });
    }

    /// The faces of the user have no association afterwards.
    public void delete(long number) {
        database.with(handle -> handle.execute("delete from face_user where number = ?", number));
    }

    /// User vector computed by the model, if the user has one that is not damaged.
    public Optional<float[]> vector(long number, int model) {
        return database.with(handle -> handle.createQuery(
                        "select vector from user_vector where holder = ? and model = ?")
                .bind(0, number)
                .bind(1, model)
                .map((result, _) -> database.rows().unsealed(VECTORS, number, result.getBytes("vector")))
                .findOne()
                .flatMap(vector -> vector)
                .map(VectorBytes::unpack));
    }

    /// Passes the vectors of the collection's users that were computed by the model to the sink, without
    /// damaged ones.
    public void forEachVector(long collection, int model, VectorSink sink) {
        var sql = "select u.number, (select v.vector from user_vector v where v.holder = u.number and v.model = ?)"
                + " as vector from face_user u where u.collection = ? and u.number > ?"
                + " order by u.collection, u.number limit ?";
        new VectorScanStore(database, VECTORS, sql).read(model, collection, sink);
    }

    private static UserRow row(ResultSet result, StatementContext context) throws SQLException {
        return new UserRow(
                result.getLong("number"),
                result.getString("id"),
                result.getInt("faces"),
                Instant.ofEpochMilli(result.getLong("settles_at")));
    }
}
