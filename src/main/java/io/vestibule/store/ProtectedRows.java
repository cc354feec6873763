package io.vestibule.store;

import io.vestibule.base.Problem;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// What holds for single rows of one database, besides what [BlockTags] hold for blocks of its file.
///
/// - Values of columns whose comment begins with `sealed` are encrypted and bound to their table and row.
/// - Rows of tables with a column `row_mac` have a keyed checksum, see [RowChecksum].
///
/// A row that is not what was written is reported by a [DamagedRowException], or left out of a list and counted.
public final class ProtectedRows implements AutoCloseable {

    private static final int PAGE = 500;

    /// Rows of which it is remembered that they are damaged.
    private static final int MOST = 1_000;

    private final String name;
    private final RowKeys keys;
    private final Map<String, Set<String>> damaged = new ConcurrentHashMap<>();
    private volatile Map<String, List<String>> columns = Map.of();

    private ProtectedRows(String name, RowKeys keys) {
        this.name = name;
        this.keys = keys;
    }

    /// Of a database that was opened a moment ago, before its tables are migrated.
    static ProtectedRows of(Connection connection, char[] key) throws SQLException {
        var rows = new ProtectedRows(RowChecksum.nameOf(connection), new RowKeys(new FileKeys(key)));
        RowChecksum.register(rows.name, rows.keys, RowChecksum.Mode.MIGRATING);
        return rows;
    }

    /// Call before tables are migrated.
    void migrating(Connection connection) throws SQLException {
        new RowProtection(connection, keys).begin();
    }

    /// Protects the rows that are not protected yet. Can be interrupted at any moment and goes on the next time.
    ///
    void protect(Connection connection) throws SQLException {
        var protection = new RowProtection(connection, keys);
        if (protection.columns().isEmpty()) {
            RowChecksum.register(name, keys, RowChecksum.Mode.COMPUTING);
            protection.run();
        }
        columns = protection.columns().orElseThrow();
        RowChecksum.register(name, keys, RowChecksum.Mode.NORMAL);
    }

    /// A column `intact` for a query: whether the row has its checksum.
    ///
    /// @param table a table with checksums
    /// @param alias of the table in the query
    public String intact(String table, String alias) {
        var names = columns.getOrDefault(table, List.of());
        if (names.isEmpty()) {
            throw new IllegalArgumentException("No checksums in " + table);
        }
        return expression(table, names, alias + ".") + " as intact";
    }

    /// Whether a row of a query with [#intact] is what was written. If it is not, it is counted as damaged.
    public boolean isIntact(ResultSet rows, String table, Object id) throws SQLException {
        boolean intact = rows.getBoolean("intact");
        if (!intact) {
            note(table, id);
        }
        return intact;
    }

    /// @throws DamagedRowException if a row of a query with [#intact] is not what was written
    public void requireIntact(ResultSet rows, String table, Object id) throws SQLException {
        if (!isIntact(rows, table, id)) {
            throw new DamagedRowException(table, id);
        }
    }

    /// @param id of the row: its primary key
    public byte[] seal(String table, Object id, byte[] bytes) {
        return keys.seal(table, id, bytes);
    }

    /// @throws DamagedRowException if the bytes were not sealed for this row
    public byte[] unseal(String table, Object id, byte[] sealed) {
        try {
            return keys.open(table, id, sealed);
        } catch (GeneralSecurityException _) {
            note(table, id);
            throw new DamagedRowException(table, id);
        }
    }

    /// As [#unseal], for lists that go on without the row: empty, and counted, if it is damaged.
    public Optional<byte[]> unsealed(String table, Object id, byte[] sealed) {
        try {
            return Optional.of(unseal(table, id, sealed));
        } catch (DamagedRowException _) {
            return Optional.empty();
        }
    }

    private void note(String table, Object id) {
        var known = damaged.computeIfAbsent(table, _ -> ConcurrentHashMap.newKeySet());
        if (known.size() < MOST) {
            known.add(id.toString());
        }
    }

    /// Number of damaged rows that were met since the start, by table; at most a thousand of each.
    public Map<String, Integer> damaged() {
        return damaged.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().size(), (a, _) -> a, TreeMap::new));
    }

    /// What [#damaged] means to a person; empty if nothing is damaged.
    public Optional<Problem> problem() {
        int sum = damaged().values().stream().mapToInt(Integer::intValue).sum();
        return sum == 0 ? Optional.empty() : Optional.of(Problem.of("store.damaged-rows", sum));
    }

    /// Compares all rows that have checksums with them, in small parts; what is damaged is counted.
    ///
    /// @param database the one that these rows belong to
    public void verify(Database database) {
        columns.forEach((table, names) -> {
            var last = Optional.<Object>empty();
            do {
                // The key is the first column of each of these tables.
                last = verify(database, table, names.getFirst(), last);
            } while (last.isPresent());
        });
    }

    private Optional<Object> verify(Database database, String table, String key, Optional<Object> last) {
        var sql = "select " + key + ", " + intact(table, table) + " from " + table
                + (last.isPresent() ? " where " + key + " > :last" : "") + " order by " + key + " fetch first " + PAGE
                + " rows only";
        return database.with(handle -> {
            var query = handle.createQuery(sql);
            last.ifPresent(value -> query.bind("last", value));
            return query
                    .map((rows, _) -> {
                        var id = rows.getObject(key);
                        var _ = isIntact(rows, table, id);
                        return id;
                    })
                    .list()
                    .stream()
                    .reduce((_, next) -> next);
        });
    }

    static String expression(String table, List<String> columns, String prefix) {
        return "row_intact('" + RowChecksum.layout(table, columns) + "', " + prefix + RowChecksum.COLUMN
                + columns.stream().map(column -> ", " + prefix + column).collect(Collectors.joining()) + ")";
    }

    @Override
    public void close() {
        RowChecksum.unregister(name, keys);
    }
}
