package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.store.CompanyScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads all that is recorded of a collection, page by page in the order of an index, for comparisons with the
/// service. A page is read from one range of an index: its order names all columns of the index. It is one statement,
/// so a comparison of millions of rows holds no transaction open.
public final class CollectionScanStore {

    /// The user of a face's person.
    private static final String USER = "coalesce(q.foreign_user, cast(q.external_id as varchar(128))) as user_id";

    private final CompanyScope scope;

    public CollectionScanStore(CompanyScope scope) {
        this.scope = scope;
    }

    /// Faces with an id, in the order of their ids as texts.
    ///
    /// @param after face id of the last one of the page before; the empty text for the first page
    public List<RecordedFace> facesAfter(UUID collection, String after, int most) {
        return scope.with(handle -> handle.createQuery("select f.face_id, f.photo_id, p.person_id, " + USER + ","
                        + " f.state, f.holder, f.model_version,"
                        + " (p.removed_at is not null or q.removed_at is not null) as leaving"
                        + " from indexed_face f join photo p on p.id = f.photo_id join person q on q.id = p.person_id"
                        + " where f.collection_id = :collection and f.face_id > :after and "
                        + scope.ownsCollection(":collection")
                        + " order by f.collection_id, f.face_id fetch first :most rows only")
                .bind("collection", collection)
                .bind("after", after)
                .bind("most", most)
                .map((rows, _) -> face(rows))
                .list());
    }

    private static RecordedFace face(ResultSet rows) throws SQLException {
        return new RecordedFace(
                rows.getString("face_id"),
                new PhotoId(rows.getObject("photo_id", UUID.class)),
                new PersonId(rows.getObject("person_id", UUID.class)),
                rows.getString("user_id"),
                FaceState.valueOf(rows.getString("state")),
                Optional.ofNullable(rows.getString("holder")),
                Optional.ofNullable(rows.getString("model_version")),
                rows.getBoolean("leaving"));
    }

    /// Users in the order of their ids.
    ///
    /// @param after user id of the last one of the page before; the empty text for the first page
    public List<RecordedUser> usersAfter(UUID collection, String after, int most) {
        return scope.with(handle -> handle.createQuery("select u.user_id, u.person_id, u.status, u.changed_at,"
                        + " u.adopted, q.removed_at is not null as leaving,"
                        + " (select count(*) from photo p join indexed_face f on f.photo_id = p.id"
                        + " and f.collection_id = u.collection_id and f.state = 'ASSOCIATED'"
                        + " where p.person_id = u.person_id and p.removed_at is null) as faces"
                        + " from collection_user u join person q on q.id = u.person_id"
                        + " where u.collection_id = :collection and u.user_id > :after and "
                        + scope.ownsCollection(":collection")
                        + " order by u.collection_id, u.user_id fetch first :most rows only")
                .bind("collection", collection)
                .bind("after", after)
                .bind("most", most)
                .map((rows, _) -> new RecordedUser(
                        rows.getString("user_id"),
                        new PersonId(rows.getObject("person_id", UUID.class)),
                        rows.getString("status"),
                        rows.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        rows.getBoolean("adopted"),
                        rows.getLong("faces"),
                        rows.getBoolean("leaving")))
                .list());
    }

    /// Photos in the order of their ids, which is also that of their keys in the bucket.
    public List<RecordedPhoto> photosAfter(Optional<PhotoId> after, int most) {
        return scope.with(handle -> handle.createQuery("select p.id, p.company_id, p.person_id,"
                        + " exists (select 1 from photo_outbox o where o.photo_id = p.id) as waiting,"
                        + " (p.removed_at is not null or q.removed_at is not null) as leaving"
                        + " from photo p join person q on q.id = p.person_id"
                        + " where " + (after.isPresent() ? "p.id > :after and " : "") + scope.owns("p.company_id")
                        + " order by p.id fetch first :most rows only")
                .bind("most", most)
                .bindMap(after.map(id -> Map.of("after", id.value())).orElse(Map.of()))
                .map((rows, _) -> new RecordedPhoto(
                        new PhotoId(rows.getObject("id", UUID.class)),
                        new CompanyId(rows.getString("company_id")),
                        new PersonId(rows.getObject("person_id", UUID.class)),
                        Optional.empty(),
                        rows.getBoolean("waiting"),
                        rows.getBoolean("leaving")))
                .list());
    }

    /// Photos of the company that are not known to be in the collection: never sent, or on the way. Not those that are
    /// being erased.
    public List<RecordedPhoto> photosOutside(CompanyId company, UUID collection, Optional<PhotoId> after, int most) {
        return scope.with(handle -> handle.createQuery("select p.id, p.person_id, f.state,"
                        + " exists (select 1 from photo_outbox o where o.photo_id = p.id) as waiting"
                        + " from photo p join person q on q.id = p.person_id and q.removed_at is null"
                        + " left join indexed_face f on f.photo_id = p.id and f.collection_id = :collection"
                        + " where " + (after.isPresent() ? "p.id > :after and " : "")
                        + "p.company_id = :company and p.removed_at is null"
                        + " and (f.state is null or f.state in ('CAPTURED', 'STORED')) and "
                        + scope.ownsCollection(":collection")
                        + " order by p.id fetch first :most rows only")
                .bind("collection", collection)
                .bind("company", company.value())
                .bind("most", most)
                .bindMap(after.map(id -> Map.of("after", id.value())).orElse(Map.of()))
                .map((rows, _) -> new RecordedPhoto(
                        new PhotoId(rows.getObject("id", UUID.class)),
                        company,
                        new PersonId(rows.getObject("person_id", UUID.class)),
                        Optional.ofNullable(rows.getString("state")).map(FaceState::valueOf),
                        rows.getBoolean("waiting"),
                        false))
                .list());
    }

    /// The recorded faces with these image ids, by image id: the service gives the same image id to the same bytes.
    public Map<String, RecordedFace> facesOfImages(UUID collection, Set<String> imageIds) {
        return imageIds.isEmpty()
                ? Map.of()
                : scope.with(handle -> handle
                        .createQuery("select f.image_id, f.face_id, f.photo_id, p.person_id, " + USER + ","
                                + " f.state, f.holder, f.model_version,"
                                + " (p.removed_at is not null or q.removed_at is not null) as leaving"
                                + " from indexed_face f join photo p on p.id = f.photo_id"
                                + " join person q on q.id = p.person_id where f.collection_id = :collection"
                                + " and f.image_id in (<images>) and f.face_id is not null and "
                                + scope.ownsCollection(":collection"))
                        .bind("collection", collection)
                        .bindList("images", imageIds)
                        .map((rows, _) -> Map.entry(rows.getString("image_id"), face(rows)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one)));
    }

    /// Number of faces with an id that are recorded of the collection.
    public long countFaces(UUID collection) {
        return scope.with(handle -> handle.createQuery("select count(*) from indexed_face"
                        + " where collection_id = :collection and face_id is not null and "
                        + scope.ownsCollection(":collection"))
                .bind("collection", collection)
                .mapTo(Long.class)
                .one());
    }

    /// Number of users that are recorded of the collection and that the service has created.
    public long countUsers(UUID collection) {
        return scope.with(handle -> handle.createQuery("select count(*) from collection_user"
                        + " where collection_id = :collection and status <> '" + CollectionUser.NONE + "' and "
                        + scope.ownsCollection(":collection"))
                .bind("collection", collection)
                .mapTo(Long.class)
                .one());
    }

    /// The version of a model that made the vector of a recorded face, if it is another than the given one.
    public Optional<String> otherModel(UUID collection, String model) {
        return scope.with(handle -> handle.createQuery("select model_version from indexed_face"
                        + " where collection_id = :collection and model_version <> :model and "
                        + scope.ownsCollection(":collection")
                        + " fetch first 1 row only")
                .bind("collection", collection)
                .bind("model", model)
                .mapTo(String.class)
                .findOne());
    }

    /// Deletes what is recorded of a photo in a collection: it counts as never sent there.
    public void forgetFace(PhotoId photo, UUID collection) {
        scope.with(handle -> handle.execute(
                "delete from indexed_face where photo_id = ? and collection_id = ? and " + scope.ownsPhoto("photo_id"),
                photo.value(),
                collection));
    }
}
