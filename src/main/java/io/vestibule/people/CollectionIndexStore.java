package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.store.CompanyScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// State of people and photos in the collections: users and faces as the service last reported them.
public final class CollectionIndexStore {

    private static final String SELECT =
            "select f.photo_id, f.collection_id, f.face_id, f.image_id, f.state, f.reasons,"
                    + " f.confidence, f.holder, f.model_version from indexed_face f ";

    private static final String PHOTO_OF_USER = "exists (select 1 from photo p join indexed_face f"
            + " on f.photo_id = p.id and f.collection_id = u.collection_id"
            + " where p.person_id = u.person_id and p.removed_at is null";
    private static final String KEPT = " join collection_ref c on c.id = f.collection_id and c.lost_since is null";

    private final CompanyScope scope;
    private final InstantSource clock;
    private final CollectionLossStore losses;

    public CollectionIndexStore(CompanyScope scope, InstantSource clock) {
        this.scope = scope;
        this.clock = clock;
        this.losses = new CollectionLossStore(scope, clock);
    }

    /// What the service does not have any more.
    public CollectionLossStore losses() {
        return losses;
    }

    public Optional<CollectionUser> user(PersonId person, UUID collection) {
        return scope.with(handle -> handle.createQuery("select user_id, status from collection_user" + thatUser())
                .bind("person", person.value())
                .bind("collection", collection)
                .map((rows, _) ->
                        new CollectionUser(person, collection, rows.getString("user_id"), rows.getString("status")))
                .findOne());
    }

    private String thatUser() {
        return " where person_id = :person and collection_id = :collection and " + scope.ownsPerson("person_id");
    }

    /// When the user's status changed last.
    public Optional<Instant> statusChangedAt(PersonId person, UUID collection) {
        return scope.with(handle -> handle.createQuery("select changed_at from collection_user" + thatUser())
                .bind("person", person.value())
                .bind("collection", collection)
                .map((rows, _) -> rows.getObject(1, OffsetDateTime.class).toInstant())
                .findOne());
    }

    /// Deletes the row of a user that no longer exists in the service.
    public void deleteUser(PersonId person, UUID collection) {
        scope.with(handle -> handle.execute(
                "delete from collection_user where person_id = ? and collection_id = ? and "
                        + scope.ownsPerson("person_id"),
                person.value(),
                collection));
    }

    /// The people whom a search of the collection can find: their user is ACTIVE and has a face.
    public Set<PersonId> foundPersons(UUID collection) {
        return scope.with(handle -> handle.createQuery("select u.person_id from collection_user u"
                        + " where u.collection_id = :collection and u.status = '" + CollectionUser.ACTIVE + "'"
                        + " and u.missing_since is null and " + scope.ownsCollection(":collection")
                        + " and (u.adopted or " + PHOTO_OF_USER
                        + " and f.state = 'ASSOCIATED'))")
                .bind("collection", collection)
                .map((rows, _) -> new PersonId(rows.getObject(1, UUID.class)))
                .set());
    }

    /// Whether a search of the collection finds the person now, later, or not as things are.
    public Reach reach(PersonId person, UUID collection) {
        if (losses.lostSince(collection).isPresent() || losses.isMissing(person, collection)) {
            return Reach.NEVER;
        }
        var user = user(person, collection);
        var adopted = isAdopted(person, collection);
        var states = faces(person, collection).stream().map(IndexedFace::state).collect(Collectors.toSet());
        if (adopted || states.contains(FaceState.ASSOCIATED)) {
            return user.filter(CollectionUser::active).isPresent() ? Reach.FOUND : Reach.ON_THE_WAY;
        }
        return states.stream().anyMatch(FaceState::isInProgress) ? Reach.ON_THE_WAY : Reach.NEVER;
    }

    /// Whether the person's user had faces that another program enrolled when it was adopted.
    public boolean isAdopted(PersonId person, UUID collection) {
        return scope.with(handle -> handle.createQuery("select adopted from collection_user" + thatUser())
                        .bind("person", person.value())
                        .bind("collection", collection)
                        .mapTo(Boolean.class)
                        .findOne())
                .orElse(false);
    }

    /// As [#saveUser], for a user whose faces another program enrolled.
    public void saveAdopted(CollectionUser user) {
        scope.transaction(() -> {
            saveUser(user);
            scope.with(handle -> handle.execute(
                    "update collection_user set adopted = true where person_id = ? and collection_id = ? and "
                            + scope.ownsPerson("person_id"),
                    user.person().value(),
                    user.collection()));
        });
    }

    /// Deletes what is stored of a lost collection: everybody counts as never sent to it.
    public void forget(UUID collection) {
        scope.transaction(() -> {
            scope.with(handle -> handle.execute(
                    "delete from indexed_face where collection_id = ? and " + scope.ownsCollection("collection_id"),
                    collection));
            scope.with(handle -> handle.execute(
                    "delete from collection_user where collection_id = ? and " + scope.ownsCollection("collection_id"),
                    collection));
            losses.setLost(collection, Optional.empty());
        });
    }

    /// @throws io.vestibule.store.StoreException `store.other-company` if the person is not of this scope
    public void saveUser(CollectionUser user) {
        scope.requirePerson(user.person().value());
        scope.transaction(() -> {
            var changed = scope.with(handle -> handle.createUpdate("update collection_user set changed_at ="
                            + " case when status = :status then changed_at else :now end, status = :status,"
                            + " missing_since = null where person_id = :person"
                            + " and collection_id = :collection and " + scope.ownsPerson("person_id"))
                    .bind("status", user.status())
                    .bind("now", now())
                    .bind("person", user.person().value())
                    .bind("collection", user.collection())
                    .execute());
            if (changed == 0) {
                scope.with(handle -> handle.execute(
                        "insert into collection_user (person_id, collection_id, user_id, status, changed_at)"
                                + " values (?, ?, ?, ?, ?)",
                        user.person().value(),
                        user.collection(),
                        user.userId(),
                        user.status(),
                        now()));
            }
        });
    }

    /// Number of the company's photos that were never sent to the collection; all photos if it is lost.
    public long countPhotosNotIndexed(CompanyId company, UUID collection) {
        return scope.with(handle -> handle.createQuery("select count(*) from photo p"
                        + " join person on person.id = p.person_id and person.removed_at is null"
                        + " where p.company_id = :company and " + scope.owns("p.company_id")
                        + " and p.removed_at is null and not exists (select 1"
                        + " from indexed_face f" + KEPT + " where f.photo_id = p.id and f.collection_id = :collection)")
                .bind("company", company.value())
                .bind("collection", collection)
                .mapTo(Long.class)
                .one());
    }

    /// People of the company with a photo that was never sent to the collection, oldest first; if it is lost,
    /// people with any photo.
    public List<PersonId> personsNotIndexed(CompanyId company, UUID collection) {
        return scope.with(handle -> handle.createQuery("select person.id from person"
                        + " where company_id = :company and " + scope.owns("company_id")
                        + " and removed_at is null and exists (select 1 from photo p"
                        + " where p.person_id = person.id and p.removed_at is null and not exists (select 1"
                        + " from indexed_face f" + KEPT + " where f.photo_id = p.id and f.collection_id = :collection))"
                        + " order by created_at, person.id")
                .bind("company", company.value())
                .bind("collection", collection)
                .map((rows, _) -> new PersonId(rows.getObject(1, UUID.class)))
                .list());
    }

    public Optional<IndexedFace> face(PhotoId photo, UUID collection) {
        return scope.with(
                handle -> handle.createQuery(SELECT + "where f.photo_id = :photo and f.collection_id = :collection and "
                                + scope.ownsPhoto("f.photo_id"))
                        .bind("photo", photo.value())
                        .bind("collection", collection)
                        .map((rows, _) -> face(rows))
                        .findOne());
    }

    /// State of the photo in every collection that it was sent to, in use or not.
    public List<IndexedFace> faces(PhotoId photo) {
        return scope.with(
                handle -> handle.createQuery(SELECT + "where f.photo_id = :photo and " + scope.ownsPhoto("f.photo_id"))
                        .bind("photo", photo.value())
                        .map((rows, _) -> face(rows))
                        .list());
    }

    /// Photos whose face in the collection was last reported with another user, and has to be moved to the user of
    /// their person.
    public List<PhotoId> photosWithWrongUser(UUID collection) {
        return scope.with(handle -> handle.createQuery("select f.photo_id from indexed_face f"
                        + " join photo p on p.id = f.photo_id and p.removed_at is null"
                        + " join person on person.id = p.person_id and person.removed_at is null"
                        // Every id is greater than the empty string; a comparison can use the index, `is not null`
                        // cannot.
                        + " where f.collection_id = :collection and f.holder > '' and f.state = 'INDEXED' and "
                        + scope.owns("p.company_id")
                        + " order by p.place, p.id")
                .bind("collection", collection)
                .map((rows, _) -> new PhotoId(rows.getObject(1, UUID.class)))
                .list());
    }

    /// Faces of a person's photos in the order of their positions, without those of removed photos.
    public List<IndexedFace> faces(PersonId person, UUID collection) {
        return scope.with(handle -> handle.createQuery(SELECT + "join photo p on p.id = f.photo_id"
                        + " where p.person_id = :person and f.collection_id = :collection"
                        + " and p.removed_at is null and " + scope.owns("p.company_id") + " order by p.place, p.id")
                .bind("person", person.value())
                .bind("collection", collection)
                .map((rows, _) -> face(rows))
                .list());
    }

    /// Photos that the collection refused before `before` and that are not removed.
    public List<PhotoId> refusedBefore(UUID collection, Instant before) {
        return scope.with(
                handle -> handle.createQuery("select f.photo_id from indexed_face f join photo p on p.id = f.photo_id"
                                + " where f.collection_id = :collection and f.state = 'REFUSED'"
                                + " and f.changed_at < :before and p.removed_at is null and "
                                + scope.owns("p.company_id"))
                        .bind("collection", collection)
                        .bind("before", Sql.utc(before))
                        .map((rows, _) -> new PhotoId(rows.getObject(1, UUID.class)))
                        .list());
    }

    /// Begins the retention period of a refused photo again.
    public void restartRetention(PhotoId photo) {
        scope.with(handle -> handle.execute(
                "update indexed_face set changed_at = ? where photo_id = ? and state = 'REFUSED' and "
                        + scope.ownsPhoto("photo_id"),
                now(),
                photo.value()));
    }

    /// Stored counts of one collection of a company.
    ///
    /// @param people who were not removed, with a face or without
    /// @param faces with a face id, associated or not
    /// @param photos all stored photos, in whatever state
    /// @param pixels total of all photos
    public record Counts(
            long people,
            long users,
            long faces,
            long photos,
            long associated,
            long notAssociated,
            long refused,
            long pixels) {

        /// Photos that are not settled yet: neither associated nor refused.
        public long pending() {
            return Math.max(0, photos - associated - notAssociated - refused);
        }
    }

    public Counts counts(CompanyId company, UUID collection) {
        var face = "(select count(*) from indexed_face where collection_id = :collection and ";
        return scope.with(handle -> handle.createQuery("select"
                        + " (select count(*) from person where company_id = :company and removed_at is null) as people,"
                        + " (select count(*) from collection_user where collection_id = :collection) as users, "
                        + face + "face_id is not null) as faces,"
                        + " (select count(*) from photo where company_id = :company) as photos, "
                        + face + "state = 'ASSOCIATED') as associated, "
                        + face + "state = 'NOT_ASSOCIATED') as apart, "
                        + face + "state = 'REFUSED') as refused,"
                        + " (select coalesce(sum(cast(width as bigint) * height), 0) from photo"
                        + " where company_id = :company) as pixels from company where id = :company and "
                        + scope.owns("id"))
                .bind("company", company.value())
                .bind("collection", collection)
                .map((rows, _) -> new Counts(
                        rows.getLong("people"),
                        rows.getLong("users"),
                        rows.getLong("faces"),
                        rows.getLong("photos"),
                        rows.getLong("associated"),
                        rows.getLong("apart"),
                        rows.getLong("refused"),
                        rows.getLong("pixels")))
                .findOne()
                .orElseGet(() -> new Counts(0, 0, 0, 0, 0, 0, 0, 0)));
    }

    /// Those face ids that belong to no stored photo.
    public List<String> unknownFaceIds(UUID collection, List<String> faceIds) {
        if (faceIds.isEmpty()) {
            return List.of();
        }
        var known = scope.with(handle -> handle.createQuery(
                        "select face_id from indexed_face where collection_id = :collection and face_id in (<faces>) and "
                                + scope.ownsPhoto("photo_id"))
                .bind("collection", collection)
                .bindList("faces", faceIds)
                .mapTo(String.class)
                .set());
        return faceIds.stream().filter(face -> !known.contains(face)).toList();
    }

    /// Stores the next state of a photo in a collection.
    ///
    /// @throws IllegalStateException if the transition from the present state is not allowed; nothing
    ///     is written
    /// @throws io.vestibule.store.StoreException `store.other-company` if the photo is not of this scope
    public void saveFace(IndexedFace next) {
        scope.requirePhoto(next.photo().value());
        scope.transaction(() -> {
            var present = face(next.photo(), next.collection()).map(IndexedFace::state);
            if (present.isPresent() && !present.get().allowedTransitions().contains(next.state())) {
                throw new IllegalStateException("A photo that is " + present.get() + " cannot become " + next.state());
            }
            scope.with(
                    handle -> handle.createUpdate(present.isPresent() ? UPDATE + scope.ownsPhoto("photo_id") : INSERT)
                            .bind("photo", next.photo().value())
                            .bind("collection", next.collection())
                            .bind("face", next.faceId().orElse(null))
                            .bind("image", next.imageId().orElse(null))
                            .bind("state", next.state().name())
                            .bind("reasons", String.join(",", next.reasons()))
                            .bind("confidence", next.confidence().orElse(null))
                            .bind("holder", next.holder().orElse(null))
                            .bind("model", next.modelVersion().orElse(null))
                            .bind("now", now())
                            .execute());
        });
    }

    private static final String INSERT = "insert into indexed_face (photo_id, collection_id, face_id, image_id, state,"
            + " reasons, confidence, holder, model_version, changed_at) values (:photo, :collection, :face, :image,"
            + " :state, :reasons, :confidence, :holder, :model, :now)";

    private static final String UPDATE = "update indexed_face set face_id = :face, image_id = :image, state = :state,"
            + " reasons = :reasons, confidence = :confidence, holder = :holder, model_version = :model,"
            + " changed_at = :now where photo_id = :photo and collection_id = :collection and ";

    private OffsetDateTime now() {
        return Sql.utc(clock.instant());
    }

    private static IndexedFace face(ResultSet rows) throws SQLException {
        var reasons = rows.getString("reasons");
        return new IndexedFace(
                new PhotoId(rows.getObject("photo_id", UUID.class)),
                rows.getObject("collection_id", UUID.class),
                FaceState.valueOf(rows.getString("state")),
                Optional.ofNullable(rows.getString("face_id")),
                Optional.ofNullable(rows.getString("image_id")),
                reasons.isEmpty() ? List.of() : List.of(reasons.split(",")),
                Optional.ofNullable(rows.getObject("confidence", Float.class)),
                Optional.ofNullable(rows.getString("holder")),
                Optional.ofNullable(rows.getString("model_version")));
    }
}
