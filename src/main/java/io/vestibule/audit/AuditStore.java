package io.vestibule.audit;

import io.vestibule.base.OperatorId;
import io.vestibule.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Rows of the log, which are added and read and never changed, and the one row with the head of the chain.
final class AuditStore {

    /// An entry as stored.
    record StoredEntry(AuditEntry entry, String hash) {}

    /// The last entry of the chain.
    record ChainHead(long sequence, String hash) {}

    private static final String COLUMNS =
            "select place, happened_at, operator_id, action, subject, hash from audit_entry ";

    private final Database database;

    AuditStore(Database database) {
        this.database = database;
    }

    /// Adds the entry that follows the last one. Updating the head first makes a second transaction wait here until
    /// this one is committed or rolled back, so sequence numbers have no gaps and the chain has no forks.
    AuditEntry append(Function<Long, AuditEntry> at) {
        return database.inTransaction(() -> database.with(handle -> {
            handle.execute("update audit_head set place = place + 1 where id = 1");
            ChainHead chainHead = head();
            AuditEntry entry = at.apply(chainHead.sequence());
            String hash = entry.hashAfter(chainHead.hash());
            handle.createUpdate("insert into audit_entry (place, happened_at, operator_id, action, subject, hash)"
                            + " values (:place, :at, :operator, :action, :subject, :hash)")
                    .bind("place", entry.sequence())
                    .bind("at", entry.at().atOffset(ZoneOffset.UTC))
                    .bind("operator", entry.operator().map(OperatorId::value).orElse(null))
                    .bind("action", entry.action())
                    .bind("subject", entry.subject())
                    .bind("hash", hash)
                    .execute();
            handle.execute("update audit_head set hash = ? where id = 1", hash);
            return entry;
        }));
    }

    ChainHead head() {
        return database.with(handle -> handle.createQuery("select place, hash from audit_head where id = 1")
                .map((rows, _) -> new ChainHead(rows.getLong("place"), rows.getString("hash")))
                .one());
    }

    List<AuditEntry> latest(int count) {
        return database.with(handle -> handle.createQuery(COLUMNS + "order by place desc limit :count")
                .bind("count", count)
                .map((rows, _) -> entry(rows))
                .list());
    }

    List<AuditEntry> about(List<String> subjects, int count) {
        return database.with(
                handle -> handle.createQuery(COLUMNS + "where subject in (<subjects>) order by place desc limit :count")
                        .bindList("subjects", subjects)
                        .bind("count", count)
                        .map((rows, _) -> entry(rows))
                        .list());
    }

    List<StoredEntry> after(long place, int count) {
        return database.with(handle -> handle.createQuery(COLUMNS + "where place > :place order by place limit :count")
                .bind("place", place)
                .bind("count", count)
                .map((rows, _) -> new StoredEntry(entry(rows), rows.getString("hash")))
                .list());
    }

    private static AuditEntry entry(ResultSet rows) throws SQLException {
        Instant at = rows.getObject("happened_at", OffsetDateTime.class).toInstant();
        return new AuditEntry(
                rows.getLong("place"),
                at,
                Optional.ofNullable(rows.getObject("operator_id", UUID.class)).map(OperatorId::new),
                rows.getString("action"),
                rows.getString("subject"));
    }
}
