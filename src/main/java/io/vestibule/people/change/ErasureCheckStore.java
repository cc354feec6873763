package io.vestibule.people.change;

import io.vestibule.base.CompanyId;
import io.vestibule.base.OperatorId;
import io.vestibule.base.PersonId;
import io.vestibule.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of erasures and of what was found afterwards. Every list names its company.
public final class ErasureCheckStore {

    private static final String SELECT = "select id, company_id, person_id, collection_ref_id, collection_id, engine,"
            + " operator_id, removed_at, erased_at, asked_at, verified_at from erasure_check ";

    private final Database database;

    public ErasureCheckStore(Database database) {
        this.database = database;
    }

    /// Call in the transaction that deletes the records.
    public void insert(ErasureCheck check, ErasureCheck.Ids ids) {
        database.with(handle -> handle.createUpdate("insert into erasure_check (id, company_id, person_id, user_id,"
                        + " collection_ref_id, collection_id, engine, operator_id, removed_at, erased_at) values (:id,"
                        + " :company, :person, :user, :ref, :collection, :engine, :operator, :removed, :erased)")
                .bind("id", check.id())
                .bind("company", check.company().value())
                .bind("person", check.person().value())
                .bind("user", ids.user())
                .bind("ref", check.collection().ref())
                .bind("collection", check.collection().id())
                .bind("engine", check.collection().engine())
                .bind("operator", check.operator().map(OperatorId::value).orElse(null))
                .bind("removed", check.removedAt().atOffset(ZoneOffset.UTC))
                .bind("erased", check.erasedAt().atOffset(ZoneOffset.UTC))
                .execute());
        check.places()
                .forEach((place, counts) -> database.with(handle -> handle.execute(
                        "insert into erasure_place (check_id, place, count_before) values (?, ?, ?)",
                        check.id(),
                        place.name(),
                        counts.before())));
        ids.faces().forEach(face -> insertId(check.id(), "FACE", face));
        ids.photos().forEach(photo -> insertId(check.id(), "PHOTO", photo));
    }

    private void insertId(UUID check, String kind, String id) {
        database.with(handle ->
                handle.execute("insert into erasure_id (check_id, kind, id) values (?, ?, ?)", check, kind, id));
    }

    /// The erasure of this person, unless nothing is left to find.
    public Optional<ErasureCheck> findOpen(PersonId person) {
        return query("where person_id = :value and verified_at is null fetch first 1 row only", person.value()).stream()
                .findFirst();
    }

    /// As [#findOpen(PersonId)], by the id of the user.
    public Optional<ErasureCheck> findOpenByUser(String user) {
        return query("where user_id = :value and verified_at is null fetch first 1 row only", user).stream()
                .findFirst();
    }

    public Optional<ErasureCheck> find(UUID id) {
        return query("where id = :value", id).stream().findFirst();
    }

    /// The latest erasures of a company.
    public List<ErasureCheck> latest(CompanyId company, int count) {
        return query(
                "where company_id = :value order by company_id, erased_at desc, id desc limit " + count,
                company.value());
    }

    /// Number of erasures of a company that began before `since` and of which something is or may be left.
    public long countOpen(CompanyId company, Instant since) {
        return database.with(handle -> handle.createQuery("select count(*) from erasure_check"
                        + " where verified_at is null and erased_at < :since and company_id = :company")
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .bind("company", company.value())
                .mapTo(Long.class)
                .one());
    }

    public ErasureCheck.Ids ids(UUID check) {
        var user = database.with(
                handle -> handle.createQuery("select coalesce(user_id, '') from erasure_check where id = :id")
                        .bind("id", check)
                        .mapTo(String.class)
                        .one());
        return new ErasureCheck.Ids(user, ids(check, "FACE"), ids(check, "PHOTO"));
    }

    private List<String> ids(UUID check, String kind) {
        return database.with(handle -> handle.createQuery(
                        "select id from erasure_id where check_id = :check and kind = :kind order by id")
                .bind("check", check)
                .bind("kind", kind)
                .mapTo(String.class)
                .list());
    }

    /// Number of connections that still have data of this user.
    public int countElsewhere(String user) {
        return database.with(handle -> handle.createQuery("select count(*) from remains where user_id = :user")
                .bind("user", user)
                .mapTo(Integer.class)
                .one());
    }

    /// What was found now.
    public void saveFound(UUID check, Map<ErasurePlace, Integer> found, Instant now) {
        found.forEach((place, count) -> database.with(handle -> handle.execute(
                "update erasure_place set count_after = ? where check_id = ? and place = ?",
                count,
                check,
                place.name())));
        database.with(handle -> handle.execute(
                "update erasure_check set asked_at = ? where id = ?", now.atOffset(ZoneOffset.UTC), check));
    }

    /// Nothing is left: what the data was known by is deleted.
    public void setVerified(UUID check, Instant now) {
        database.with(handle -> handle.execute(
                "update erasure_check set verified_at = ?, user_id = null where id = ?",
                now.atOffset(ZoneOffset.UTC),
                check));
        database.with(handle -> handle.execute("delete from erasure_id where check_id = ?", check));
    }

    private List<ErasureCheck> query(String condition, Object value) {
        return database.with(handle -> handle.createQuery(SELECT + condition)
                .bind("value", value)
                .map((rows, _) -> check(rows, places(rows.getObject("id", UUID.class))))
                .list());
    }

    private Map<ErasurePlace, ErasureCheck.Counts> places(UUID check) {
        var places = new EnumMap<ErasurePlace, ErasureCheck.Counts>(ErasurePlace.class);
        database.with(handle -> handle.createQuery(
                        "select place, count_before, count_after from erasure_place where check_id = :check")
                .bind("check", check)
                .map((rows, _) -> {
                    var after = rows.getObject("count_after", Integer.class);
                    return places.put(
                            ErasurePlace.valueOf(rows.getString("place")),
                            new ErasureCheck.Counts(rows.getInt("count_before"), Optional.ofNullable(after)));
                })
                .list());
        return places;
    }

    private static ErasureCheck check(ResultSet rows, Map<ErasurePlace, ErasureCheck.Counts> places)
            throws SQLException {
        return new ErasureCheck(
                rows.getObject("id", UUID.class),
                new CompanyId(rows.getString("company_id")),
                new PersonId(rows.getObject("person_id", UUID.class)),
                new ErasureCheck.Collection(
                        rows.getObject("collection_ref_id", UUID.class),
                        rows.getString("collection_id"),
                        rows.getString("engine")),
                Optional.ofNullable(rows.getObject("operator_id", UUID.class)).map(OperatorId::new),
                time(rows, "removed_at").orElseThrow(),
                time(rows, "erased_at").orElseThrow(),
                time(rows, "asked_at"),
                time(rows, "verified_at"),
                places);
    }

    private static Optional<Instant> time(ResultSet rows, String column) throws SQLException {
        @Nullable OffsetDateTime at = rows.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
