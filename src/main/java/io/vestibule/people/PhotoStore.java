package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.store.CompanyScope;
import io.vestibule.store.ProtectedRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/// Saved photos, their thumbnails, and their bytes until they are uploaded to the bucket.
public final class PhotoStore {

    private static final String OUTBOX = "photo_outbox";
    private static final String THUMBNAIL = "thumbnail";

    private static final String COLUMNS =
            "select id, company_id, person_id, coalesce(hidden_sha256, sha256) as sha256, width, height, place, flagged, created_at,"
                    + " removed_at, accepted_at, ";

    /// No photo has the hash of a hidden one, so that the same photo can be saved again.
    private static final String HIDE = "update photo set hidden_sha256 = sha256, sha256 = cast(id as varchar(64))"
            + " where hidden_sha256 is null and ";

    private static final String SHOW = "update photo set sha256 = hidden_sha256, hidden_sha256 = null"
            + " where hidden_sha256 is not null and removed_at is null and person_id in"
            + " (select p.id from person p where p.removed_at is null) and ";

    private final CompanyScope scope;
    private final ProtectedRows protection;
    private final String select;

    public PhotoStore(CompanyScope scope) {
        this.scope = scope;
        this.protection = scope.rows();
        this.select = COLUMNS + protection.intact("photo", "photo") + " from photo where ";
    }

    /// @param bytes the final bytes, stored here until they are in the bucket: a crash loses nothing
    /// @param thumbnail a JPEG of up to 200,000 bytes
    /// @throws io.vestibule.store.StoreException `store.other-company` if the photo or its person is
    ///     not of this scope
    public void insert(PhotoRecord photo, byte[] bytes, byte[] thumbnail) {
        scope.requireOwned(photo.company().value());
        scope.requirePerson(photo.person().value());
        scope.transaction(() -> {
            scope.with(handle -> handle.createUpdate("insert into photo (id, company_id, person_id, sha256, width,"
                            + " height, place, flagged, created_at) values (:id, :company, :person, :sha256, :width,"
                            + " :height, :place, :flagged, :created)")
                    .bind("id", photo.id().value())
                    .bind("company", photo.company().value())
                    .bind("person", photo.person().value())
                    .bind("sha256", photo.sha256())
                    .bind("width", photo.width())
                    .bind("height", photo.height())
                    .bind("place", photo.position())
                    .bind("flagged", photo.flagged())
                    .bind("created", Sql.utc(photo.created()))
                    .execute());
            scope.with(handle -> handle.execute(
                    "insert into photo_outbox (photo_id, bytes) values (?, ?)",
                    photo.id().value(),
                    protection.seal(OUTBOX, photo.id().value(), bytes)));
            scope.with(handle -> handle.execute(
                    "insert into thumbnail (photo_id, bytes) values (?, ?)",
                    photo.id().value(),
                    protection.seal(THUMBNAIL, photo.id().value(), thumbnail)));
        });
    }

    /// @throws io.vestibule.store.DamagedRowException if it is damaged
    public Optional<PhotoRecord> find(PhotoId photo) {
        return scope.with(handle -> handle.createQuery(select + "id = :id and " + scope.owns("company_id"))
                .bind("id", photo.value())
                .map((rows, _) -> photo(rows))
                .findOne());
    }

    /// Photos of the person in the order of their positions, without removed and damaged ones.
    public List<PhotoRecord> findByPerson(PersonId person) {
        return findIntact(
                "person_id = :person and removed_at is null and " + scope.owns("company_id") + " order by place, id",
                query -> query.bind("person", person.value()));
    }

    /// Photos without damaged ones.
    ///
    /// @param condition contains a condition of the scope
    List<PhotoRecord> findIntact(String condition, UnaryOperator<Query> bindings) {
        return scope.with(handle -> bindings
                .apply(handle.createQuery(select + condition))
                .map((rows, _) -> protection.isIntact(rows, "photo", rows.getObject("id", UUID.class))
                        ? Optional.of(row(rows))
                        : Optional.<PhotoRecord>empty())
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    /// Like [#findByPerson], with removed photos.
    ///
    /// @throws io.vestibule.store.DamagedRowException if one is damaged: erasing must neither miss a photo nor
    ///     take that of another person
    public List<PhotoRecord> findByPersonWithRemoved(PersonId person) {
        return scope.with(handle -> handle.createQuery(
                        select + "person_id = :person and " + scope.owns("company_id") + " order by place, id")
                .bind("person", person.value())
                .map((rows, _) -> photo(rows))
                .list());
    }

    /// The owner of the photo, with a row lock: until the transaction ends, no other transaction changes the owner,
    /// or the photo's state in a collection.
    ///
    /// @return empty if the photo is deleted
    public Optional<PersonId> lockOwner(PhotoId photo) {
        return scope.with(handle -> handle.createQuery(
                        "select person_id from photo where id = :id and " + scope.owns("company_id") + " for update")
                .bind("id", photo.value())
                .map((rows, _) -> new PersonId(rows.getObject(1, UUID.class)))
                .findOne());
    }

    /// Assigns the photo to a person.
    ///
    /// @param place position among their photos; 0 is associated first
    /// @throws io.vestibule.store.StoreException `store.other-company` if the person is not of this scope
    public void reassign(PhotoId photo, PersonId person, int place) {
        scope.requirePerson(person.value());
        scope.with(handle -> handle.execute(
                "update photo set person_id = ?, place = ? where id = ? and " + scope.owns("company_id"),
                person.value(),
                place,
                photo.value()));
    }

    /// The position after all photos of the person.
    public int nextPosition(PersonId person) {
        return scope.with(handle -> handle.createQuery(
                        "select coalesce(max(place) + 1, 0) from photo where person_id = :person and "
                                + scope.owns("company_id"))
                .bind("person", person.value())
                .mapTo(Integer.class)
                .one());
    }

    /// Hides a photo, or shows a hidden one, if its person is not hidden either. While it is hidden, the same
    /// photo can be saved again; then it cannot be shown any more (see [#savedAgain]).
    public void setRemoved(PhotoId photo, Optional<Instant> at) {
        scope.transaction(() -> {
            scope.with(handle -> handle.createUpdate(
                            "update photo set removed_at = :at where id = :id and " + scope.owns("company_id"))
                    .bind("at", Sql.utc(at))
                    .bind("id", photo.value())
                    .execute());
            scope.with(handle -> handle.createUpdate(
                            (at.isPresent() ? HIDE : SHOW) + "id = :id and " + scope.owns("company_id"))
                    .bind("id", photo.value())
                    .execute());
        });
    }

    /// Hides or shows the photos of a person together with the person; removed ones stay hidden.
    void setPersonRemoved(PersonId person, boolean removed) {
        scope.with(handle -> handle.createUpdate(
                        (removed ? HIDE : SHOW) + "person_id = :id and " + scope.owns("company_id"))
                .bind("id", person.value())
                .execute());
    }

    /// Whether a hidden photo was saved again since, for anybody of the company.
    public boolean savedAgain(PhotoRecord photo) {
        return findBySha256(photo.company(), photo.sha256())
                .filter(other -> !other.id().equals(photo.id()))
                .isPresent();
    }

    /// Stores that these photos, which other people have, were among those of a new person.
    ///
    /// @throws io.vestibule.store.StoreException `store.other-company` if the person or a photo is
    ///     not of this scope
    public void saveHandedInAgain(PersonId person, List<PhotoId> photos) {
        scope.requirePerson(person.value());
        photos.forEach(photo -> scope.requirePhoto(photo.value()));
        photos.forEach(photo -> scope.with(handle -> handle.execute(
                "insert into photo_again (person_id, photo_id) values (?, ?)", person.value(), photo.value())));
    }

    /// See [#saveHandedInAgain].
    public List<PhotoId> findHandedInAgain(PersonId person) {
        return scope.with(handle -> handle.createQuery("select photo_id from photo_again where person_id = :person and "
                        + scope.ownsPerson("person_id"))
                .bind("person", person.value())
                .map((rows, _) -> new PhotoId(rows.getObject(1, UUID.class)))
                .list());
    }

    /// Stores that an operator reviewed the photo and kept it as it is.
    public void setAccepted(PhotoId photo, Optional<Instant> at) {
        scope.with(handle -> handle.createUpdate(
                        "update photo set accepted_at = :at where id = :id and " + scope.owns("company_id"))
                .bind("at", Sql.utc(at))
                .bind("id", photo.value())
                .execute());
    }

    /// The company's photo with the same bytes, if there is one that is not hidden.
    public Optional<PhotoRecord> findBySha256(CompanyId company, String sha256) {
        return scope.with(handle -> handle.createQuery(
                        select + "company_id = :company and sha256 = :sha256 and " + scope.owns("company_id"))
                .bind("company", company.value())
                .bind("sha256", sha256)
                .map((rows, _) -> photo(rows))
                .findOne());
    }

    /// Empty also if it is damaged.
    public Optional<byte[]> thumbnail(PhotoId photo) {
        return Optional.ofNullable(thumbnails(List.of(photo)).get(photo));
    }

    /// Thumbnails of many photos in one query; photos without one, or with a damaged one, are left out.
    public Map<PhotoId, byte[]> thumbnails(List<PhotoId> photos) {
        return photos.isEmpty()
                ? Map.of()
                : scope.with(handle -> handle
                        .createQuery("select photo_id, bytes from thumbnail where photo_id in (<photos>) and "
                                + scope.ownsPhoto("photo_id"))
                        .bindList("photos", photos.stream().map(PhotoId::value).toList())
                        .map((rows, _) -> {
                            var photo = rows.getObject("photo_id", UUID.class);
                            return protection
                                    .unsealed(THUMBNAIL, photo, rows.getBytes("bytes"))
                                    .map(bytes -> Map.entry(new PhotoId(photo), bytes));
                        })
                        .stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// The bytes of a photo that is not uploaded to the bucket yet.
    ///
    /// @throws io.vestibule.store.DamagedRowException if they are damaged
    public Optional<byte[]> pendingUpload(PhotoId photo) {
        return scope.with(handle -> handle.createQuery("select bytes from photo_outbox where photo_id = :id and "
                                + scope.ownsPhoto("photo_id"))
                        .bind("id", photo.value())
                        .map((rows, _) -> rows.getBytes(1))
                        .findOne())
                .map(bytes -> protection.unseal(OUTBOX, photo.value(), bytes));
    }

    /// Deletes the local bytes once the photo is in the bucket.
    public void markUploaded(PhotoId photo) {
        scope.with(handle -> handle.execute(
                "delete from photo_outbox where photo_id = ? and " + scope.ownsPhoto("photo_id"), photo.value()));
    }

    public void delete(PhotoId photo) {
        scope.with(handle ->
                handle.execute("delete from photo where id = ? and " + scope.owns("company_id"), photo.value()));
    }

    public long count(CompanyId company) {
        return scope.with(handle -> handle.createQuery(
                        "select count(*) from photo where company_id = :company and " + scope.owns("company_id"))
                .bind("company", company.value())
                .mapTo(Long.class)
                .one());
    }

    private PhotoRecord photo(ResultSet rows) throws SQLException {
        protection.requireIntact(rows, "photo", rows.getObject("id", UUID.class));
        return row(rows);
    }

    private static PhotoRecord row(ResultSet rows) throws SQLException {
        return new PhotoRecord(
                new PhotoId(rows.getObject("id", UUID.class)),
                new CompanyId(rows.getString("company_id")),
                new PersonId(rows.getObject("person_id", UUID.class)),
                rows.getString("sha256"),
                rows.getInt("width"),
                rows.getInt("height"),
                rows.getInt("place"),
                rows.getBoolean("flagged"),
                rows.getObject("created_at", OffsetDateTime.class).toInstant(),
                Sql.instant(rows.getObject("removed_at", OffsetDateTime.class)).isPresent(),
                Sql.instant(rows.getObject("accepted_at", OffsetDateTime.class)).isPresent());
    }
}
