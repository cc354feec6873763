package io.vestibule.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Stores the results of gallery self-tests, the last two years of monthly ones for each company. Every query names
/// its company or a test.
public final class GalleryReportStore {

    private static final String PAIRS = "gallery_pair";
    private static final int KEPT = 24;

    private final Database database;

    public GalleryReportStore(Database database) {
        this.database = database;
    }

    void insert(GalleryReport test) {
        var run = test.run();
        database.transaction(() -> {
            database.with(handle -> handle.execute(
                    "insert into gallery_test (id, company_id, collection_id, ended_at, engine, people, threshold,"
                            + " tolerated, best, others, own) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    run.id(),
                    run.company().value(),
                    run.collection(),
                    run.ended().atOffset(ZoneOffset.UTC),
                    run.engine(),
                    test.people(),
                    test.threshold(),
                    test.tolerated(),
                    test.scores().best().text(),
                    test.scores().others().text(),
                    test.scores().own().text()));
            for (int place = 0; place < test.closest().size(); place++) {
                insert(run.id(), place, test.closest().get(place));
            }
            database.with(handle -> handle.execute(
                    "delete from gallery_test where company_id = ? and id not in (select id from gallery_test"
                            + " where company_id = ? order by ended_at desc, id desc fetch first " + KEPT
                            + " rows only)",
                    run.company().value(),
                    run.company().value()));
        });
    }

    private void insert(UUID test, int place, GalleryReport.Pair pair) {
        var id = UUID.randomUUID();
        var content = String.join("\n", pair.first(), pair.second(), Float.toString(pair.similarity()));
        database.with(handle -> handle.execute(
                "insert into gallery_pair (id, test_id, place, first_person, second_person, content)"
                        + " values (?, ?, ?, ?, ?, ?)",
                id,
                test,
                place,
                pair.firstPerson().map(PersonId::value).orElse(null),
                pair.secondPerson().map(PersonId::value).orElse(null),
                database.rows().seal(PAIRS, id, content.getBytes(UTF_8))));
    }

    /// The last test of the company.
    public Optional<GalleryReport> latest(CompanyId company) {
        return find("company_id = :key order by ended_at desc, id desc fetch first 1 row only", company.value());
    }

    public Optional<GalleryReport> find(UUID test) {
        return find("id = :key", test);
    }

    private Optional<GalleryReport> find(String condition, Object key) {
        return database.with(handle -> handle.createQuery("select * from gallery_test where " + condition)
                .bind("key", key)
                .map((rows, _) -> read(rows))
                .findOne());
    }

    private GalleryReport read(ResultSet rows) throws SQLException {
        var id = rows.getObject("id", UUID.class);
        return new GalleryReport(
                new GalleryReport.Run(
                        id,
                        new CompanyId(rows.getString("company_id")),
                        rows.getObject("collection_id", UUID.class),
                        rows.getObject("ended_at", OffsetDateTime.class).toInstant(),
                        rows.getString("engine")),
                rows.getLong("people"),
                rows.getFloat("threshold"),
                rows.getDouble("tolerated"),
                new GalleryReport.Scores(
                        ScoreHistogram.of(rows.getString("best")),
                        ScoreHistogram.of(rows.getString("others")),
                        ScoreHistogram.of(rows.getString("own"))),
                pairs(id));
    }

    /// Pairs of which somebody was erased since are gone, and damaged ones.
    private List<GalleryReport.Pair> pairs(UUID test) {
        return database.with(handle -> handle
                .createQuery("select id, first_person, second_person, content from gallery_pair"
                        + " where test_id = :test order by place")
                .bind("test", test)
                .map((rows, _) -> pair(rows))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    private Optional<GalleryReport.Pair> pair(ResultSet rows) throws SQLException {
        var first = person(rows, "first_person");
        var second = person(rows, "second_person");
        return database.rows()
                .unsealed(PAIRS, rows.getObject("id", UUID.class), rows.getBytes("content"))
                .map(bytes -> new String(bytes, UTF_8).split("\n", -1))
                .map(parts -> new GalleryReport.Pair(parts[0], parts[1], first, second, Float.parseFloat(parts[2])));
    }

    private static Optional<PersonId> person(ResultSet rows, String column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, UUID.class)).map(PersonId::new);
    }
}
