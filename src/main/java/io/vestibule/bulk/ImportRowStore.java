package io.vestibule.bulk;

import io.vestibule.base.PersonId;
import io.vestibule.store.CompanyScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// The table `import_row`. A row that is damaged is left out of lists.
public final class ImportRowStore {

    private static final String TABLE = "import_row";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CompanyScope scope;

    public ImportRowStore(CompanyScope scope) {
        this.scope = scope;
    }

    /// @throws io.vestibule.store.StoreException `store.other-company` if the import is not of this scope
    void insert(UUID run, Collection<ImportRow> rows) {
        scope.requireRun(run);
        scope.with(handle -> {
            var batch = handle.prepareBatch("insert into import_row (id, run_id, place, state, person_id, content)"
                    + " values (:id, :run, :place, :state, :person, :content)");
            for (var row : rows) {
                batch.bind("id", row.id())
                        .bind("run", run)
                        .bind("place", row.place())
                        .bind("state", row.state().name())
                        .bind("person", row.person().map(PersonId::value).orElse(null))
                        .bind("content", sealed(row))
                        .add();
            }
            return rows.isEmpty() ? 0 : batch.execute().length;
        });
    }

    private byte[] sealed(ImportRow row) {
        return scope.rows().seal(TABLE, row.id(), JSON.writeValueAsBytes(row.content()));
    }

    void update(ImportRow row) {
        scope.with(handle -> handle.createUpdate("update import_row set state = :state, person_id = :person,"
                        + " job_id = :job, content = :content where id = :id and " + scope.ownsRun("run_id"))
                .bind("id", row.id())
                .bind("state", row.state().name())
                .bind("person", row.person().map(PersonId::value).orElse(null))
                .bind("job", row.job().orElse(null))
                .bind("content", sealed(row))
                .execute());
    }

    /// A page of the rows in one of these states, in their order.
    ///
    /// @param after place of the last row of the page before; 0 for the first page
    public List<ImportRow> page(UUID run, Collection<RowState> states, int after, int most) {
        if (states.isEmpty()) {
            return List.of();
        }
        return scope.with(handle -> handle
                .createQuery("select id, run_id, place, state, person_id, job_id, content from import_row"
                        + " where run_id = :run and state in (<states>) and place > :after and "
                        + scope.ownsRun("run_id") + " order by place fetch first :most rows only")
                .bind("run", run)
                .bindList("states", states.stream().map(Enum::name).toList())
                .bind("after", after)
                .bind("most", most)
                .map((rows, _) -> row(rows))
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    public Optional<ImportRow> find(UUID row) {
        return scope.with(handle -> handle.createQuery(
                        "select id, run_id, place, state, person_id, job_id, content from import_row"
                                + " where id = :id and " + scope.ownsRun("run_id"))
                .bind("id", row)
                .map((rows, _) -> row(rows))
                .findOne()
                .flatMap(found -> found));
    }

    Optional<ImportRow> findByJob(UUID run, UUID job) {
        return scope.with(handle -> handle.createQuery(
                        "select id, run_id, place, state, person_id, job_id, content from import_row"
                                + " where job_id = :job and run_id = :run and " + scope.ownsRun("run_id"))
                .bind("job", job)
                .bind("run", run)
                .map((rows, _) -> row(rows))
                .findOne()
                .flatMap(found -> found));
    }

    /// Number of rows by state; states without rows are left out.
    public Map<RowState, Integer> counts(UUID run) {
        var counts = new EnumMap<RowState, Integer>(RowState.class);
        scope.with(handle -> handle.createQuery("select state, count(*) from import_row where run_id = :run and "
                                + scope.ownsRun("run_id") + " group by state")
                        .bind("run", run)
                        .map((rows, _) -> Map.entry(RowState.valueOf(rows.getString(1)), rows.getInt(2)))
                        .list())
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /// Stores the face by which the row is compared.
    ///
    /// @param thumbnail JPEG
    void saveFace(UUID row, byte[] thumbnail, byte[] vector) {
        scope.with(handle -> handle.execute(
                "insert into import_face (row_id, thumbnail, vector) values (?, ?, ?)",
                row,
                scope.rows().seal("import_face", row, thumbnail),
                scope.rows().seal("import_face", row, vector)));
    }

    /// Another photo, or another face of it, was chosen.
    void replaceFace(UUID row, byte[] thumbnail, byte[] vector) {
        scope.transaction(() -> {
            int _ = scope.with(handle -> handle.execute(
                    "delete from import_face where row_id = ? and row_id in (select id from import_row where "
                            + scope.ownsRun("run_id") + ")",
                    row));
            saveFace(row, thumbnail, vector);
        });
    }

    public Optional<byte[]> thumbnail(UUID row) {
        return face(row, "thumbnail");
    }

    Optional<byte[]> vector(UUID row) {
        return face(row, "vector");
    }

    private Optional<byte[]> face(UUID row, String column) {
        return scope.with(handle -> handle.createQuery("select f." + column + " from import_face f join import_row r"
                        + " on r.id = f.row_id where r.id = :id and " + scope.ownsRun("r.run_id"))
                .bind("id", row)
                .map((rows, _) -> scope.rows().unsealed("import_face", row, rows.getBytes(1)))
                .findOne()
                .flatMap(found -> found));
    }

    private Optional<ImportRow> row(ResultSet rows) throws SQLException {
        var id = rows.getObject("id", UUID.class);
        var run = rows.getObject("run_id", UUID.class);
        int place = rows.getInt("place");
        var state = RowState.valueOf(rows.getString("state"));
        var person =
                Optional.ofNullable(rows.getObject("person_id", UUID.class)).map(PersonId::new);
        var job = Optional.ofNullable(rows.getObject("job_id", UUID.class));
        return scope.rows()
                .unsealed(TABLE, id, rows.getBytes("content"))
                .map(bytes ->
                        new ImportRow(id, run, place, state, person, job, JSON.readValue(bytes, RowContent.class)));
    }

    /// Every row in one of these states, page by page.
    public Stream<ImportRow> all(UUID run, Collection<RowState> states) {
        return Stream.iterate(
                        page(run, states, 0, 200),
                        page -> !page.isEmpty(),
                        page -> page(run, states, page.getLast().place(), 200))
                .flatMap(List::stream);
    }
}
