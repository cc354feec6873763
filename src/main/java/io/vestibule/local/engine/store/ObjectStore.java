package io.vestibule.local.engine.store;

import io.vestibule.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/// Buckets of other programs and their objects. Separate from the photos of this program, which no caller can list,
/// replace or delete.
public final class ObjectStore {

    private static final String TABLE = "stored_object";
    private static final String FIELDS = "object_key, size, etag, content_type, metadata, modified_at";

    private final Database database;

    ObjectStore(Database database) {
        this.database = database;
    }

    /// @param number primary key, never sent to callers
    public record Bucket(long number, String name, Instant createdAt) {}

    /// @return false if the bucket exists already
    public boolean createBucket(String name, Instant now) {
        return database.inTransaction(() -> {
            if (bucket(name).isPresent()) {
                return false;
            }
            database.with(handle -> handle.execute(
                    "insert into object_bucket (name, created_at) values (?, ?)", name, now.toEpochMilli()));
            return true;
        });
    }

    public Optional<Bucket> bucket(String name) {
        return database.with(handle -> handle.createQuery("select * from object_bucket where name = ?")
                .bind(0, name)
                .map(ObjectStore::bucketRow)
                .findOne());
    }

    /// All buckets, by name.
    public List<Bucket> buckets() {
        return database.with(handle -> handle.createQuery("select * from object_bucket order by name")
                .map(ObjectStore::bucketRow)
                .list());
    }

    /// @return false if the bucket holds objects
    public boolean deleteBucket(Bucket bucket) {
        return database.inTransaction(() -> {
            if (!page(bucket, "", "", 1).isEmpty()) {
                return false;
            }
            database.with(handle -> handle.execute("delete from object_bucket where number = ?", bucket.number()));
            return true;
        });
    }

    /// Stores the object, in place of one that has its key.
    public void put(Bucket bucket, StoredObject object, byte[] bytes) {
        var id = UUID.randomUUID();
        database.inTransaction(() -> database.with(handle -> {
            handle.execute(
                    "delete from stored_object where bucket = ? and object_key = ?", bucket.number(), object.key());
            return handle.execute(
                    "insert into stored_object (id, bucket, bytes, " + FIELDS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    bucket.number(),
                    database.rows().seal(TABLE, id, bytes),
                    object.key(),
                    object.size(),
                    object.etag(),
                    object.contentType(),
                    object.metadata(),
                    object.modifiedAt().toEpochMilli());
        }));
    }

    public Optional<StoredObject> find(Bucket bucket, String key) {
        return database.with(handle -> handle.createQuery(
                        "select " + FIELDS + " from stored_object where bucket = ? and object_key = ?")
                .bind(0, bucket.number())
                .bind(1, key)
                .map(ObjectStore::row)
                .findOne());
    }

    /// @throws io.vestibule.store.DamagedRowException if the bytes are not those that were stored
    public Optional<byte[]> bytes(Bucket bucket, String key) {
        return database.with(handle -> handle.createQuery(
                        "select id, bytes from stored_object where bucket = ? and object_key = ?")
                .bind(0, bucket.number())
                .bind(1, key)
                .map((result, _) ->
                        database.rows().unseal(TABLE, result.getObject("id", UUID.class), result.getBytes("bytes")))
                .findOne());
    }

    /// Deletes the object if it exists.
    public void delete(Bucket bucket, String key) {
        database.with(handle ->
                handle.execute("delete from stored_object where bucket = ? and object_key = ?", bucket.number(), key));
    }

    /// A page of the objects whose keys begin with `prefix`, in the order of keys, after the key `after`.
    public List<StoredObject> page(Bucket bucket, String prefix, String after, int most) {
        return database.with(handle -> handle.createQuery("select " + FIELDS
                        + " from stored_object where bucket = ? and object_key >= ? and object_key > ?"
                        + " and left(object_key, ?) = ? order by bucket, object_key limit ?")
                .bind(0, bucket.number())
                .bind(1, prefix)
                .bind(2, after)
                .bind(3, prefix.length())
                .bind(4, prefix)
                .bind(5, most)
                .map(ObjectStore::row)
                .list());
    }

    private static Bucket bucketRow(ResultSet result, StatementContext context) throws SQLException {
        return new Bucket(
                result.getLong("number"), result.getString("name"), Instant.ofEpochMilli(result.getLong("created_at")));
    }

    private static StoredObject row(ResultSet result, StatementContext context) throws SQLException {
        return new StoredObject(
                result.getString("object_key"),
                result.getInt("size"),
                result.getString("etag"),
                result.getString("content_type"),
                result.getString("metadata"),
                Instant.ofEpochMilli(result.getLong("modified_at")));
    }
}
