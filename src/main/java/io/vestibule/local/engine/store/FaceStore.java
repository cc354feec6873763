package io.vestibule.local.engine.store;

import io.vestibule.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Store of faces and their vectors.
public final class FaceStore {

    private static final String SELECT =
            "select f.number, f.id, f.image_id, f.external_image_id, f.box_left, f.box_top,"
                    + " f.box_width, f.box_height, f.confidence, f.visible_at, f.model, f.holder, u.id as user_id"
                    + " from face f left join face_user u on u.number = f.holder ";

    private static final String VECTORS = "face_vector";

    private final Database database;

    FaceStore(Database database) {
        this.database = database;
    }

    /// @param face the face to insert; its number is ignored
    /// @return the face's number
    public long insert(long collection, FaceRow face, float[] vector) {
        long number = insertRow(collection, face);
        database.with(handle -> handle.execute(
                "insert into face_vector (face, vector) values (?, ?)",
                number,
                database.rows().seal(VECTORS, number, VectorBytes.pack(vector))));
        return number;
    }

    private long insertRow(long collection, FaceRow face) {
        var box = face.box();
        return database.with(handle -> handle.createUpdate("insert into face (collection, id, image_id,"
                        + " external_image_id, box_left, box_top, box_width, box_height, confidence, visible_at, model)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .bind(0, collection)
                .bind(1, face.id())
                .bind(2, face.source().imageId())
                .bind(3, face.source().externalImageId().orElse(null))
                .bind(4, box.left())
                .bind(5, box.top())
                .bind(6, box.width())
                .bind(7, box.height())
                .bind(8, face.confidence())
                .bind(9, face.visibleAt().toEpochMilli())
                .bind(10, face.model())
                .executeAndReturnGeneratedKeys("number")
                .mapTo(Long.class)
                .one());
    }

    /// The faces with the given ids that are in the collection.
    public Map<UUID, FaceRow> byIds(long collection, Collection<UUID> ids) {
        return keyed(ids, FaceRow::id, "where f.collection = :collection and f.id in (<keys>)", collection);
    }

    /// The faces with the given numbers that still exist.
    public Map<Long, FaceRow> byNumbers(long collection, Collection<Long> numbers) {
        return keyed(numbers, FaceRow::number, "where f.collection = :collection and f.number in (<keys>)", collection);
    }

    /// Faces found earlier in the same picture with the same external image id.
    public List<FaceRow> ofImage(long collection, UUID imageId, String externalImageId) {
        return database.with(handle -> handle.createQuery(
                        SELECT + "where f.collection = ? and f.image_id = ? and f.external_image_id = ?")
                .bind(0, collection)
                .bind(1, imageId)
                .bind(2, externalImageId)
                .map(FaceStore::row)
                .list());
    }

    /// A page in order of indexing, after the face with number `after`.
    ///
    /// @param holder only faces of this user; all if empty
    /// @param ids only faces with these ids; all if empty
    public List<FaceRow> page(long collection, long after, int most, Optional<Long> holder, Collection<UUID> ids) {
        var sql = SELECT + "where f.collection = :collection and f.number > :after"
                + (holder.isPresent() ? " and f.holder = :holder" : "")
                + (ids.isEmpty() ? "" : " and f.id in (<keys>)")
                + " order by f.collection, f.number limit :most";
        return database.with(handle -> {
            Query query = handle.createQuery(sql)
                    .bind("collection", collection)
                    .bind("after", after)
                    .bind("most", most);
            holder.ifPresent(number -> query.bind("holder", number));
            if (!ids.isEmpty()) {
                query.bindList("keys", List.copyOf(ids));
            }
            return query.map(FaceStore::row).list();
        });
    }

    /// @param holder number of the user, or null to disassociate the face
    public void setUser(long face, @Nullable Long holder) {
        database.with(handle -> handle.execute("update face set holder = ? where number = ?", holder, face));
    }

    public void delete(long number) {
        database.with(handle -> handle.execute("delete from face where number = ?", number));
    }

    /// The vector of the face, if it was computed by the model and is not damaged.
    public Optional<float[]> vector(long number, int model) {
        return database.with(handle -> handle.createQuery("select v.vector from face f"
                        + " join face_vector v on v.face = f.number where f.number = ? and f.model = ?")
                .bind(0, number)
                .bind(1, model)
                .map((result, _) -> database.rows().unsealed(VECTORS, number, result.getBytes("vector")))
                .findOne()
                .flatMap(vector -> vector)
                .map(VectorBytes::unpack));
    }

    /// Vectors of a user's faces that were computed by the model, without damaged ones.
    public List<float[]> vectorsOf(long holder, int model) {
        return database.with(handle -> handle
                .createQuery("select v.face, v.vector from face f"
                        + " join face_vector v on v.face = f.number where f.holder = ? and f.model = ?")
                .bind(0, holder)
                .bind(1, model)
                .map((result, _) ->
                        database.rows().unsealed(VECTORS, result.getLong("face"), result.getBytes("vector")))
                .stream()
                .flatMap(Optional::stream)
                .map(VectorBytes::unpack)
                .toList());
    }

    /// Passes the vectors of the collection's faces that were computed by the model to the sink, without
    /// damaged ones.
    public void forEachVector(long collection, int model, VectorSink sink) {
        var sql = "select f.number, (select v.vector from face_vector v where v.face = f.number and f.model = ?)"
                + " as vector from face f where f.collection = ? and f.number > ?"
                + " order by f.collection, f.number limit ?";
        new VectorScanStore(database, VECTORS, sql).read(model, collection, sink);
    }

    /// Faces that are not visible yet, and the time from which they are.
    public Map<Long, Instant> hidden(long collection, Instant now) {
        return database.with(handle -> handle
                .createQuery("select number, visible_at from face where collection = ? and visible_at > ?")
                .bind(0, collection)
                .bind(1, now.toEpochMilli())
                .map((result, _) ->
                        Map.entry(result.getLong("number"), Instant.ofEpochMilli(result.getLong("visible_at"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private <K> Map<K, FaceRow> keyed(Collection<K> keys, Function<FaceRow, K> key, String condition, long collection) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return database.with(handle -> handle
                .createQuery(SELECT + condition)
                .bind("collection", collection)
                .bindList("keys", List.copyOf(keys))
                .map(FaceStore::row)
                .stream()
                .collect(Collectors.toMap(key, Function.identity())));
    }

    private static FaceRow row(ResultSet result, StatementContext context) throws SQLException {
        var userId = result.getString("user_id");
        return new FaceRow(
                result.getLong("number"),
                result.getObject("id", UUID.class),
                new FaceRow.Source(
                        result.getObject("image_id", UUID.class),
                        Optional.ofNullable(result.getString("external_image_id"))),
                new FaceRow.Box(
                        result.getFloat("box_left"),
                        result.getFloat("box_top"),
                        result.getFloat("box_width"),
                        result.getFloat("box_height")),
                result.getFloat("confidence"),
                result.getInt("model"),
                Instant.ofEpochMilli(result.getLong("visible_at")),
                userId == null
                        ? Optional.empty()
                        : Optional.of(new FaceRow.AssociatedUser(result.getLong("holder"), userId)));
    }
}
