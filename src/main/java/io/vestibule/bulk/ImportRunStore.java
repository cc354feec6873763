package io.vestibule.bulk;

import io.vestibule.base.CompanyId;
import io.vestibule.store.CompanyScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// The table `import_run`.
public final class ImportRunStore {

    private static final String TABLE = "import_run";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CompanyScope scope;

    public ImportRunStore(CompanyScope scope) {
        this.scope = scope;
    }

    /// @throws io.vestibule.store.StoreException `store.other-company` if it is not of this scope
    public void insert(ImportRun run) {
        scope.requireOwned(run.company().value());
        scope.with(handle -> handle.createUpdate("insert into import_run (id, company_id, state, created_at,"
                        + " changed_at, plan) values (:id, :company, :state, :created, :changed, :plan)")
                .bind("id", run.id())
                .bind("company", run.company().value())
                .bind("state", run.state().name())
                .bind("created", utc(run.created()))
                .bind("changed", utc(run.changed()))
                .bind(
                        "plan",
                        scope.rows()
                                .seal(
                                        TABLE,
                                        run.id(),
                                        JSON.writeValueAsBytes(run.plan().stored())))
                .execute());
    }

    public void setState(UUID run, RunState state, Instant now) {
        scope.with(handle -> handle.createUpdate("update import_run set state = :state, changed_at = :now"
                        + " where id = :id and " + scope.owns("company_id"))
                .bind("id", run)
                .bind("state", state.name())
                .bind("now", utc(now))
                .execute());
    }

    public Optional<ImportRun> find(UUID run) {
        return scope.with(handle -> handle.createQuery(select() + " and id = :id")
                .bind("id", run)
                .map((rows, _) -> run(rows))
                .findOne());
    }

    /// The latest first.
    public List<ImportRun> latest(int most) {
        return scope.with(handle -> handle.createQuery(select() + " order by " + scope.sorts("company_id")
                        + "created_at desc, id desc fetch first :most rows only")
                .bind("most", most)
                .map((rows, _) -> run(rows))
                .list());
    }

    /// Deletes an import with what is known of its rows; the people stay.
    public void delete(UUID run) {
        scope.with(
                handle -> handle.execute("delete from import_run where id = ? and " + scope.owns("company_id"), run));
    }

    /// Deletes imports that have not changed since that time, with what is known of their rows; the people stay.
    public int deleteUnchangedSince(Instant time) {
        return scope.with(handle -> handle.execute(
                "delete from import_run where changed_at < ? and " + scope.owns("company_id"), utc(time)));
    }

    private String select() {
        return "select id, company_id, state, created_at, changed_at, plan from import_run where "
                + scope.owns("company_id");
    }

    private ImportRun run(ResultSet rows) throws SQLException {
        var id = rows.getObject("id", UUID.class);
        var plan = JSON.readValue(scope.rows().unseal(TABLE, id, rows.getBytes("plan")), ImportPlan.Stored.class);
        return new ImportRun(
                id,
                new CompanyId(rows.getString("company_id")),
                RunState.valueOf(rows.getString("state")),
                rows.getObject("created_at", OffsetDateTime.class).toInstant(),
                rows.getObject("changed_at", OffsetDateTime.class).toInstant(),
                plan.plan());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
