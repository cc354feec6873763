package io.vestibule.people;

import io.vestibule.base.PhotoId;
import io.vestibule.store.CompanyScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the check of the photo files found: a row for each photo whose file is not good.
public final class PhotoFileStore {

    private static final String UPLOADED = "removed_at is null and hidden_sha256 is null"
            + " and not exists (select 1 from photo_outbox o where o.photo_id = photo.id)";

    private final CompanyScope scope;
    private final PhotoStore photos;

    public PhotoFileStore(CompanyScope scope) {
        this.scope = scope;
        this.photos = new PhotoStore(scope);
    }

    /// Photos whose file has to exist, in the order of their ids; damaged rows are left out.
    public List<PhotoRecord> uploadedAfter(Optional<PhotoId> last, int most) {
        return photos.findIntact(
                "id > :last and " + scope.owns("company_id") + " and " + UPLOADED
                        + " order by id fetch first :most rows only",
                query -> query.bind("last", last.map(PhotoId::value).orElseGet(() -> new UUID(0, 0)))
                        .bind("most", most));
    }

    /// Whether the file of the photo has to exist.
    public boolean isUploaded(PhotoId photo) {
        return scope.with(handle -> handle.createQuery("select count(*) from photo where id = :id and "
                                + scope.owns("company_id") + " and " + UPLOADED)
                        .bind("id", photo.value())
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }

    /// Ids of all photos, also of those that are being erased.
    public List<PhotoId> allIds() {
        return scope.with(handle -> handle.createQuery("select id from photo where " + scope.owns("company_id"))
                .map((rows, _) -> new PhotoId(rows.getObject(1, UUID.class)))
                .list());
    }

    /// Stores the state of the file; does nothing if the photo was erased in the meantime.
    public void save(PhotoId photo, PhotoFileState state, Instant now) {
        scope.transaction(() -> {
            scope.with(handle -> handle.execute(
                    "delete from bad_photo_file where photo_id = ? and " + scope.ownsPhoto("photo_id"), photo.value()));
            if (state != PhotoFileState.GOOD) {
                scope.with(handle -> handle.createUpdate("insert into bad_photo_file (photo_id, state, found_at)"
                                + " select id, :state, :now from photo where id = :id and " + scope.owns("company_id"))
                        .bind("id", photo.value())
                        .bind("state", state.name())
                        .bind("now", Sql.utc(now))
                        .execute());
            }
        });
    }

    public PhotoFileState find(PhotoId photo) {
        return scope.with(handle -> handle.createQuery(
                        "select state from bad_photo_file where photo_id = :id and " + scope.ownsPhoto("photo_id"))
                .bind("id", photo.value())
                .map((rows, _) -> PhotoFileState.valueOf(rows.getString(1)))
                .findOne()
                .orElse(PhotoFileState.GOOD));
    }

    /// Number of photos that are not being erased, with a file in that state, which is not GOOD.
    public int count(PhotoFileState state) {
        return scope.with(handle -> handle.createQuery("select count(*) from bad_photo_file f"
                        + " join photo on photo.id = f.photo_id where f.state = :state and "
                        + scope.owns("photo.company_id") + " and " + UPLOADED)
                .bind("state", state.name())
                .mapTo(Integer.class)
                .one());
    }
}
