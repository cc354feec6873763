package io.vestibule.audit;

import io.vestibule.base.OperatorId;
import io.vestibule.store.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Reads pages of the log by time, operator, action and subject, newest first. Every combination starts from an index
/// that begins with one of them, so that a page costs the same at any age.
///
/// Rows are read as they are: a damaged one is shown too, and [AuditLog#verify] names it.
final class AuditSearchStore {

    private final Database database;

    AuditSearchStore(Database database) {
        this.database = database;
    }

    /// @param after the last entry of the page before; empty for the first page
    List<StoredAuditEntry> page(AuditQuery query, Optional<AuditEntry> after, int count) {
        var sql = new StringBuilder(
                "select place, happened_at, operator_id, action, subject, hash from audit_entry" + " where 1 = 1");
        var values = new HashMap<String, Object>();
        query.from().ifPresent(from -> add(sql, values, " and happened_at >= :from", Map.of("from", time(from))));
        query.to().ifPresent(to -> add(sql, values, " and happened_at < :to", Map.of("to", time(to))));
        query.operator()
                .ifPresent(operator ->
                        add(sql, values, " and operator_id = :operator", Map.of("operator", operator.value())));
        query.action().ifPresent(action -> add(sql, values, " and action = :action", Map.of("action", action)));
        after.ifPresent(last -> add(
                sql,
                values,
                " and happened_at <= :lastAt and (happened_at < :lastAt or place < :lastPlace)",
                Map.of("lastAt", time(last.at()), "lastPlace", last.sequence())));
        if (!query.subjects().isEmpty()) {
            sql.append(" and subject in (<subjects>)");
        }
        if (!query.subjectStart().isEmpty()) {
            add(
                    sql,
                    values,
                    " and subject >= :start and subject < :end",
                    Map.of("start", query.subjectStart(), "end", query.subjectStart() + Character.MAX_VALUE));
        }
        sql.append(" order by happened_at desc, place desc limit :count");
        return database.with(handle -> {
            var statement = handle.createQuery(sql.toString()).bindMap(values).bind("count", count);
            if (!query.subjects().isEmpty()) {
                statement.bindList("subjects", query.subjects());
            }
            return statement
                    .map((rows, _) -> new StoredAuditEntry(
                            new AuditEntry(
                                    rows.getLong("place"),
                                    rows.getObject("happened_at", OffsetDateTime.class)
                                            .toInstant(),
                                    Optional.ofNullable(rows.getObject("operator_id", UUID.class))
                                            .map(OperatorId::new),
                                    rows.getString("action"),
                                    rows.getString("subject")),
                            rows.getString("hash")))
                    .list();
        });
    }

    private static void add(
            StringBuilder sql, Map<String, Object> values, String condition, Map<String, Object> bound) {
        sql.append(condition);
        values.putAll(bound);
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
