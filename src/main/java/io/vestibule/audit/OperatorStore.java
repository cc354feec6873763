package io.vestibule.audit;

import io.vestibule.base.NameOrder;
import io.vestibule.base.OperatorId;
import io.vestibule.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Rows of the table `operator`.
final class OperatorStore {

    private static final String COLUMNS = "select id, name, role, active from operator ";

    private final Database database;

    OperatorStore(Database database) {
        this.database = database;
    }

    List<Operator> all() {
        return database.with(handle ->
                handle.createQuery(COLUMNS + "order by name, id").map((rows, _) -> operator(rows)).list().stream()
                        .sorted(NameOrder.by(Operator::name))
                        .toList());
    }

    Optional<Operator> find(OperatorId id) {
        return database.with(handle -> handle.createQuery(COLUMNS + "where id = :id")
                .bind("id", id.value())
                .map((rows, _) -> operator(rows))
                .findOne());
    }

    /// The active operator who signed in last.
    Optional<Operator> findLastSignedIn() {
        return database.with(handle -> handle.createQuery(
                        COLUMNS + "where active and signed_in_at is not null order by signed_in_at desc, id limit 1")
                .map((rows, _) -> operator(rows))
                .findOne());
    }

    void insert(Operator operator, Instant now) {
        database.with(handle -> handle.createUpdate("insert into operator (id, name, role, active, created_at, version)"
                        + " values (:id, :name, :role, :active, :now, 0)")
                .bind("id", operator.id().value())
                .bind("name", operator.name())
                .bind("role", operator.role().name())
                .bind("active", operator.active())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
    }

    void update(Operator operator) {
        database.with(handle -> handle.createUpdate(
                        "update operator set name = :name, role = :role, active = :active, version = version + 1"
                                + " where id = :id")
                .bind("id", operator.id().value())
                .bind("name", operator.name())
                .bind("role", operator.role().name())
                .bind("active", operator.active())
                .execute());
    }

    /// Later than every sign-in before, also if the clock went back: the last one counts at the next start.
    void recordSignIn(OperatorId id, Instant now) {
        database.with(handle -> handle.createUpdate("update operator set signed_in_at = greatest(:now, coalesce("
                        + "(select dateadd('MILLISECOND', 1, max(signed_in_at)) from operator), :now)) where id = :id")
                .bind("id", id.value())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
    }

    private static Operator operator(ResultSet rows) throws SQLException {
        return new Operator(
                new OperatorId(rows.getObject("id", UUID.class)),
                rows.getString("name"),
                Role.valueOf(rows.getString("role")),
                rows.getBoolean("active"));
    }
}
