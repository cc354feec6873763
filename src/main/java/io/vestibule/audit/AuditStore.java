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
import javax.crypto.spec.SecretKeySpec;

/// Rows of the log, which are added and read and never changed, and the one row with the head of the chain.
final class AuditStore {

    /// The last entry of the chain.
    record ChainHead(long sequence, String hash) {}

    private final SecretKeySpec key;

    private static final String TABLE = "audit_entry";
    private static final String COLUMNS = "select place, happened_at, operator_id, action, subject, hash";
    private static final String ALL = COLUMNS + " from audit_entry ";

    /// What changes nothing, and is left out where changes are listed.
    private static final List<String> LOOKS = List.of("person.viewed", "photo.viewed", "search.by-face");

    private final Database database;

    /// @param key of the chain, 32 bytes
    AuditStore(Database database, byte[] key) {
        this.database = database;
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /// See [AuditEntry#hashAfter].
    String hash(AuditEntry entry, String previous) {
        return entry.hashAfter(previous, key);
    }

    /// Adds the entry that follows the last one. Updating the head first makes a second transaction wait here until
    /// this one is committed or rolled back, so sequence numbers have no gaps and the chain has no forks.
    AuditEntry append(Function<Long, AuditEntry> at) {
        return database.inTransaction(() -> database.with(handle -> {
            handle.execute("update audit_head set place = place + 1 where id = 1");
            ChainHead chainHead = head();
            AuditEntry entry = at.apply(chainHead.sequence());
            String hash = hash(entry, chainHead.hash());
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

    /// Adds an entry if the log has entries and none with a key yet.
    void appendKeyed(Function<Long, AuditEntry> at) {
        database.transaction(() -> {
            boolean first = database.with(
                    handle -> handle.execute("update audit_head set keyed = true where id = 1 and not keyed") > 0);
            if (first && head().sequence() > 0) {
                append(at);
            }
        });
    }

    ChainHead head() {
        return database.with(handle -> handle.createQuery("select place, hash from audit_head where id = 1")
                .map((rows, _) -> new ChainHead(rows.getLong("place"), rows.getString("hash")))
                .one());
    }

    List<AuditEntry> latest(int count) {
        return database.with(handle -> handle
                .createQuery(select() + "order by place desc limit :count")
                .bind("count", count)
                .map((rows, _) -> intact(rows))
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    List<AuditEntry> about(List<String> subjects, int count) {
        return database.with(handle -> handle
                .createQuery(select()
                        + "where subject in (<subjects>) and action not in (<looks>) order by place desc limit :count")
                .bindList("subjects", subjects)
                .bindList("looks", LOOKS)
                .bind("count", count)
                .map((rows, _) -> intact(rows))
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    List<StoredAuditEntry> after(long place, int count) {
        return database.with(handle -> handle.createQuery(ALL + "where place > :place order by place limit :count")
                .bind("place", place)
                .bind("count", count)
                .map((rows, _) -> new StoredAuditEntry(entry(rows), rows.getString("hash")))
                .list());
    }

    private String select() {
        return COLUMNS + ", " + database.rows().intact(TABLE, TABLE) + " from audit_entry ";
    }

    /// Empty if the row is damaged; then [AuditLog#verify] finds it, too.
    private Optional<AuditEntry> intact(ResultSet rows) throws SQLException {
        return database.rows().isIntact(rows, TABLE, rows.getLong("place"))
                ? Optional.of(entry(rows))
                : Optional.empty();
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
