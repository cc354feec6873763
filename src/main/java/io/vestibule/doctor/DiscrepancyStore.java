package io.vestibule.doctor;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.Problem;
import io.vestibule.people.CollectionRef;
import io.vestibule.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Stores the last comparison of each company, and what it found. A comparison names its company in every query.
public final class DiscrepancyStore {

    private static final String SELECT =
            "select id, kind, subject, person_id, photo_id, holder, state" + " from discrepancy where ";
    private static final String LATEST = "(select id from collection_check where company_id = :company"
            + " and ended_at is not null order by ended_at desc fetch first 1 row only)";

    private final Database database;

    public DiscrepancyStore(Database database) {
        this.database = database;
    }

    /// Begins a comparison. Those before that did not come to their end are deleted.
    void begin(UUID check, CollectionRef collection, Instant now) {
        database.transaction(() -> {
            database.with(handle -> handle.execute(
                    "delete from collection_check where company_id = ? and ended_at is null",
                    collection.company().value()));
            database.with(handle -> handle.execute(
                    "insert into collection_check (id, company_id, collection_id, started_at, faces, users, files,"
                            + " photos, unread) values (?, ?, ?, ?, 0, 0, 0, 0, '')",
                    check,
                    collection.company().value(),
                    collection.id(),
                    now.atOffset(ZoneOffset.UTC)));
        });
    }

    void insert(UUID check, List<Discrepancy> found) {
        database.transaction(() -> database.with(handle -> {
            var batch = handle.prepareBatch("insert into discrepancy (id, check_id, kind, subject, person_id, photo_id,"
                    + " holder, state) values (:id, :check, :kind, :subject, :person, :photo, :holder, :state)");
            for (var one : found) {
                batch.bind("id", one.id())
                        .bind("check", check)
                        .bind("kind", one.kind().name())
                        .bind("subject", one.subject())
                        .bind("person", one.person().map(PersonId::value).orElse(null))
                        .bind("photo", one.photo().map(PhotoId::value).orElse(null))
                        .bind("holder", one.holder().orElse(null))
                        .bind("state", one.state().name())
                        .add();
            }
            return batch.execute();
        }));
    }

    /// Deletes what was found of one side before it turned out that it cannot be read whole.
    void delete(UUID check, Side side) {
        database.transaction(() -> Arrays.stream(DiscrepancyKind.values())
                .filter(kind -> kind.side() == side)
                .forEach(kind -> database.with(handle -> handle.execute(
                        "delete from discrepancy where check_id = ? and kind = ?", check, kind.name()))));
    }

    /// Records that a comparison came to its end, and deletes those before it. Remedies that were ordered and have not
    /// begun have no effect from then on: the comparison found again what they are for.
    void end(CollectionCheckRun run) {
        database.transaction(() -> {
            database.with(handle -> handle.execute(
                    "update collection_check set ended_at = ?, faces = ?, users = ?, files = ?, photos = ?,"
                            + " unread = ? where id = ?",
                    run.ended().atOffset(ZoneOffset.UTC),
                    run.faces(),
                    run.users(),
                    run.files(),
                    run.photos(),
                    text(run.unread()),
                    run.id()));
            database.with(handle -> handle.execute(
                    "delete from collection_check where company_id = ? and id <> ?",
                    run.company().value(),
                    run.id()));
        });
    }

    private static String text(Map<Side, Problem> unread) {
        return unread.entrySet().stream()
                .map(side -> side.getKey() + "=" + side.getValue().code())
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static Map<Side, Problem> unread(String text) {
        return text.isEmpty()
                ? Map.of()
                : Arrays.stream(text.split(",", -1))
                        .map(side -> side.split("=", 2))
                        .collect(Collectors.toMap(side -> Side.valueOf(side[0]), side -> Problem.of(side[1])));
    }

    /// The last comparison of the company that came to its end.
    public Optional<CollectionCheckRun> latest(CompanyId company) {
        return database.with(handle -> handle.createQuery("select * from collection_check where id = " + LATEST)
                .bind("company", company.value())
                .map((rows, _) -> new CollectionCheckRun(
                        rows.getObject("id", UUID.class),
                        new CompanyId(rows.getString("company_id")),
                        rows.getObject("collection_id", UUID.class),
                        rows.getObject("ended_at", OffsetDateTime.class).toInstant(),
                        rows.getLong("faces"),
                        rows.getLong("users"),
                        rows.getLong("files"),
                        rows.getLong("photos"),
                        unread(rows.getString("unread"))))
                .findOne());
    }

    /// The comparison that a discrepancy is of.
    public Optional<UUID> collectionOf(UUID discrepancy) {
        return database.with(handle -> handle.createQuery("select c.collection_id from discrepancy d"
                        + " join collection_check c on c.id = d.check_id where d.id = :id")
                .bind("id", discrepancy)
                .mapTo(UUID.class)
                .findOne());
    }

    /// How many of each kind there are in each state; kinds without any are absent.
    public Map<DiscrepancyKind, Map<DiscrepancyState, Long>> counts(UUID check) {
        var counts = new EnumMap<DiscrepancyKind, Map<DiscrepancyState, Long>>(DiscrepancyKind.class);
        database.with(handle -> handle.createQuery("select kind, state, count(*) as number from discrepancy"
                                + " where check_id = :check group by kind, state")
                        .bind("check", check)
                        .map((rows, _) -> Map.entry(
                                DiscrepancyKind.valueOf(rows.getString("kind")),
                                Map.entry(DiscrepancyState.valueOf(rows.getString("state")), rows.getLong("number"))))
                        .list())
                .forEach(row -> counts.computeIfAbsent(row.getKey(), _ -> new EnumMap<>(DiscrepancyState.class))
                        .put(row.getValue().getKey(), row.getValue().getValue()));
        return counts;
    }

    /// A page of one kind, in the order of ids.
    ///
    /// @param after id of the last one of the page before
    public List<Discrepancy> page(UUID check, DiscrepancyKind kind, Optional<UUID> after, int most) {
        return database.with(handle -> handle.createQuery(SELECT + "check_id = :check and kind = :kind"
                        + (after.isPresent() ? " and id > :after" : "") + " order by id fetch first :most rows only")
                .bind("check", check)
                .bind("kind", kind.name())
                .bind("most", most)
                .bindMap(after.map(id -> Map.of("after", id)).orElse(Map.of()))
                .map((rows, _) -> read(rows))
                .list());
    }

    public Optional<Discrepancy> find(UUID id) {
        return database.with(handle -> handle.createQuery(SELECT + "id = :id")
                .bind("id", id)
                .map((rows, _) -> read(rows))
                .findOne());
    }

    void setState(Collection<UUID> ids, DiscrepancyState state) {
        database.with(handle -> {
            var batch = handle.prepareBatch("update discrepancy set state = :state where id = :id");
            ids.forEach(id -> batch.bind("state", state.name()).bind("id", id).add());
            return batch.execute();
        });
    }

    private static Discrepancy read(ResultSet rows) throws SQLException {
        return new Discrepancy(
                rows.getObject("id", UUID.class),
                DiscrepancyKind.valueOf(rows.getString("kind")),
                rows.getString("subject"),
                Optional.ofNullable(rows.getObject("person_id", UUID.class)).map(PersonId::new),
                Optional.ofNullable(rows.getObject("photo_id", UUID.class)).map(PhotoId::new),
                Optional.ofNullable(rows.getString("holder")),
                DiscrepancyState.valueOf(rows.getString("state")));
    }
}
