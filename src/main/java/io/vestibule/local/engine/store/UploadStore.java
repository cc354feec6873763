package io.vestibule.local.engine.store;

import io.vestibule.store.Database;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/// Uploads of objects in several parts. The parts become an object when the upload is completed.
public final class UploadStore {

    private static final String TABLE = "object_part";
    private static final String UPLOAD = "id, object_key, content_type, metadata, started_at";
    private static final String PART = "part_number, size, etag, modified_at";

    private final Database database;

    UploadStore(Database database) {
        this.database = database;
    }

    /// @param metadata the headers that the writer of the object wants back, as JSON
    public record Upload(UUID id, String key, String contentType, String metadata, Instant startedAt) {}

    /// @param number from 1 on
    /// @param size in bytes
    /// @param etag hexadecimal MD5 of the bytes
    public record Part(int number, int size, String etag, Instant modifiedAt) {}

    public void start(ObjectStore.Bucket bucket, Upload upload) {
        database.with(handle -> handle.execute(
                "insert into object_upload (bucket, " + UPLOAD + ") values (?, ?, ?, ?, ?, ?)",
                bucket.number(),
                upload.id(),
                upload.key(),
                upload.contentType(),
                upload.metadata(),
                upload.startedAt().toEpochMilli()));
    }

    public Optional<Upload> find(ObjectStore.Bucket bucket, String key, UUID id) {
        return database.with(handle -> handle.createQuery(
                        "select " + UPLOAD + " from object_upload where id = ? and bucket = ? and object_key = ?")
                .bind(0, id)
                .bind(1, bucket.number())
                .bind(2, key)
                .map(UploadStore::upload)
                .findOne());
    }

    /// The uploads of a bucket that were neither completed nor deleted, by key.
    public List<Upload> uploads(ObjectStore.Bucket bucket, int most) {
        return database.with(handle -> handle.createQuery(
                        "select " + UPLOAD + " from object_upload where bucket = ? order by object_key, id limit ?")
                .bind(0, bucket.number())
                .bind(1, most)
                .map(UploadStore::upload)
                .list());
    }

    /// Stores a part, in place of one that has its number.
    ///
    /// @return false if the upload does not exist any more
    public boolean put(Upload upload, Part part, byte[] bytes) {
        var id = UUID.randomUUID();
        return database.inTransaction(() -> database.with(handle -> {
            handle.execute("delete from object_part where upload = ? and part_number = ?", upload.id(), part.number());
            return handle.execute(
                            "insert into object_part (id, upload, bytes, " + PART
                                    + ") select ?, u.id, ?, ?, ?, ?, ? from object_upload u where u.id = ?",
                            id,
                            database.rows().seal(TABLE, id, bytes),
                            part.number(),
                            part.size(),
                            part.etag(),
                            part.modifiedAt().toEpochMilli(),
                            upload.id())
                    == 1;
        }));
    }

    /// In the order of their numbers.
    public List<Part> parts(Upload upload) {
        return database.with(handle -> handle.createQuery(
                        "select " + PART + " from object_part where upload = ? order by part_number")
                .bind(0, upload.id())
                .map((result, _) -> new Part(
                        result.getInt("part_number"),
                        result.getInt("size"),
                        result.getString("etag"),
                        Instant.ofEpochMilli(result.getLong("modified_at"))))
                .list());
    }

    /// The bytes of some parts, one after the other.
    ///
    /// @throws io.vestibule.store.DamagedRowException if the bytes are not those that were stored
    public byte[] bytes(Upload upload, List<Part> parts) {
        var bytes = new ByteArrayOutputStream();
        for (var part : parts) {
            bytes.writeBytes(database.with(handle -> handle.createQuery(
                            "select id, bytes from object_part where upload = ? and part_number = ?")
                    .bind(0, upload.id())
                    .bind(1, part.number())
                    .map((result, _) ->
                            database.rows().unseal(TABLE, result.getObject("id", UUID.class), result.getBytes("bytes")))
                    .one()));
        }
        return bytes.toByteArray();
    }

    /// Deletes the upload and its parts if it exists.
    public void delete(Upload upload) {
        database.with(handle -> handle.execute("delete from object_upload where id = ?", upload.id()));
    }

    /// Deletes the uploads that began before that time.
    public void deleteStartedBefore(Instant time) {
        database.with(handle -> handle.execute("delete from object_upload where started_at < ?", time.toEpochMilli()));
    }

    private static Upload upload(ResultSet result, StatementContext context) throws SQLException {
        return new Upload(
                result.getObject("id", UUID.class),
                result.getString("object_key"),
                result.getString("content_type"),
                result.getString("metadata"),
                Instant.ofEpochMilli(result.getLong("started_at")));
    }
}
