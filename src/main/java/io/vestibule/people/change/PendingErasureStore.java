package io.vestibule.people.change;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PhotoId;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Stores which data collections that are not in use still have, before the records that show it are deleted.
public final class PendingErasureStore {

    private static final String COLLECTION =
            "c.id as collection_id, c.company_id, c.external_id, c.engine, c.profile, c.region, c.model";

    private final Database database;

    public PendingErasureStore(Database database) {
        this.database = database;
    }

    /// Stores the remaining data of a removed person.
    ///
    /// @param inUse the collection from which they are erased already
    /// @return ids of the pending erasures, one per collection
    public List<UUID> add(Person person, UUID inUse, Instant now) {
        var collections = database.with(handle -> handle.createQuery("select u.collection_id from collection_user u"
                        + " where u.person_id = :person and u.collection_id <> :inUse"
                        + " union select f.collection_id from indexed_face f join photo p on p.id = f.photo_id"
                        + " where p.person_id = :person and f.collection_id <> :inUse and f.state <> 'CAPTURED'")
                .bind("person", person.id().value())
                .bind("inUse", inUse)
                .mapTo(UUID.class)
                .list());
        return collections.stream()
                .map(collection -> insert(
                        new Row(collection, person.externalId(), true, now),
                        "p.person_id",
                        person.id().value()))
                .toList();
    }

    /// Stores the remaining data of one removed photo of a person who is not removed.
    public List<UUID> add(PhotoRecord photo, Person person, UUID inUse, Instant now) {
        var collections = database.with(handle -> handle.createQuery("select collection_id from indexed_face"
                        + " where photo_id = :photo and collection_id <> :inUse and state <> 'CAPTURED'")
                .bind("photo", photo.id().value())
                .bind("inUse", inUse)
                .mapTo(UUID.class)
                .list());
        return collections.stream()
                .map(collection -> insert(
                        new Row(collection, person.externalId(), false, now),
                        "p.id",
                        photo.id().value()))
                .toList();
    }

    private record Row(UUID collection, String user, boolean whole, Instant now) {}

    private UUID insert(Row row, String column, UUID value) {
        var id = UUID.randomUUID();
        database.with(handle -> handle.execute(
                "insert into remains (id, collection_id, user_id, whole, noted_at) values (?, ?, ?, ?, ?)",
                id,
                row.collection(),
                row.user(),
                row.whole(),
                row.now().atOffset(ZoneOffset.UTC)));
        database.with(handle -> handle.createUpdate("insert into remains_photo (remains_id, photo_id, face_id)"
                        + " select :id, f.photo_id, f.face_id from indexed_face f join photo p on p.id = f.photo_id"
                        + " where f.collection_id = :collection and f.state <> 'CAPTURED' and " + column + " = :value")
                .bind("id", id)
                .bind("collection", row.collection())
                .bind("value", value)
                .execute());
        return id;
    }

    public Optional<PendingErasure> find(UUID id) {
        return database.with(handle -> handle.createQuery("select r.id, r.user_id, r.whole, " + COLLECTION
                        + " from remains r join collection_ref c on c.id = r.collection_id where r.id = :id")
                .bind("id", id)
                .map((rows, _) -> remains(rows, photos(id)))
                .findOne());
    }

    /// All pending erasures, without their photos; oldest first.
    public List<PendingErasure> all() {
        return database.with(handle -> handle.createQuery("select r.id, r.user_id, r.whole, " + COLLECTION
                        + " from remains r join collection_ref c on c.id = r.collection_id order by r.noted_at, r.id")
                .map((rows, _) -> remains(rows, List.of()))
                .list());
    }

    /// Those of the faces of a collection that are being erased already.
    public Set<String> facesAmong(UUID collection, Collection<String> faceIds) {
        return faceIds.isEmpty()
                ? Set.of()
                : database.with(handle -> handle.createQuery("select p.face_id from remains r join remains_photo p"
                                + " on p.remains_id = r.id where r.collection_id = :collection"
                                + " and p.face_id in (<faces>)")
                        .bind("collection", collection)
                        .bindList("faces", faceIds)
                        .mapTo(String.class)
                        .set());
    }

    /// Whether the photo is being erased from some collection and its bucket.
    public boolean hasPhoto(PhotoId photo) {
        return database.with(handle -> handle.createQuery(
                        "select 1 from remains_photo where photo_id = :photo fetch first 1 row only")
                .bind("photo", photo.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /// Whether the user is being deleted from the collection.
    public boolean hasUser(UUID collection, String user) {
        return database.with(handle -> handle.createQuery("select 1 from remains where collection_id = :collection"
                        + " and user_id = :user fetch first 1 row only")
                .bind("collection", collection)
                .bind("user", user)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    public void delete(UUID id) {
        database.with(handle -> handle.execute("delete from remains where id = ?", id));
    }

    private List<PendingErasure.PendingPhoto> photos(UUID id) {
        return database.with(handle -> handle.createQuery(
                        "select photo_id, face_id from remains_photo where remains_id = :id order by photo_id")
                .bind("id", id)
                .map((rows, _) -> new PendingErasure.PendingPhoto(
                        new PhotoId(rows.getObject("photo_id", UUID.class)),
                        Optional.ofNullable(rows.getString("face_id"))))
                .list());
    }

    private static PendingErasure remains(ResultSet rows, List<PendingErasure.PendingPhoto> photos)
            throws SQLException {
        return new PendingErasure(
                rows.getObject("id", UUID.class),
                new CollectionRef(
                        rows.getObject("collection_id", UUID.class),
                        new CompanyId(rows.getString("company_id")),
                        rows.getString("external_id"),
                        rows.getString("engine"),
                        rows.getString("profile"),
                        rows.getString("region"),
                        rows.getString("model")),
                rows.getString("user_id"),
                rows.getBoolean("whole"),
                photos);
    }
}
