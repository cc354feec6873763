package io.vestibule.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/// Brings the rows of a database to the state that [ProtectedRows] expects, after its tables were migrated:
/// what has
/// no checksum or seal yet gets one. What was done is written in the same transactions, so that it is done once.
final class RowProtection {

    /// Rows that are sealed in one transaction.
    private static final int PAGE = 50;

    private static final String DONE = "";
    private static final String COMPLETE = "*";

    private static final String COLUMNS = "select table_name, column_name from information_schema.columns"
            + " where table_schema = 'public' and table_name in (select table_name from information_schema.columns"
            + " where table_schema = 'public' and column_name = 'row_mac') order by table_name, ordinal_position";

    private static final String SEALED = "select c.table_name, c.column_name, k.column_name"
            + " from information_schema.columns c"
            + " join information_schema.table_constraints t on t.table_schema = c.table_schema"
            + " and t.table_name = c.table_name and t.constraint_type = 'PRIMARY KEY'"
            + " join information_schema.key_column_usage k on k.constraint_schema = t.constraint_schema"
            + " and k.constraint_name = t.constraint_name"
            + " where c.table_schema = 'public' and c.remarks like 'sealed%' order by c.table_name";

    private final Connection connection;
    private final RowKeys keys;

    /// @param key the column of the primary key
    private record SealedColumn(String table, String column, String key) {}

    RowProtection(Connection connection, RowKeys keys) {
        this.connection = connection;
        this.keys = keys;
    }

    /// Call before tables are changed: if that is interrupted, [#run] is repeated.
    void begin() throws SQLException {
        createTables();
        for (var table : columns().orElse(Map.of()).entrySet()) {
            // A script that changes rows would give checksums to damaged ones as well.
            execute("update " + table.getKey() + " set row_mac = x'00' where not "
                    + ProtectedRows.expression(table.getKey(), table.getValue(), ""));
        }
        execute("delete from file_state.row_protection where name = '" + COMPLETE + "'");
    }

    /// The columns of the tables with checksums, without the checksum, in their order; empty if [#run] was not
    /// completed since tables were changed.
    Optional<Map<String, List<String>>> columns() throws SQLException {
        var tables = new LinkedHashMap<String, List<String>>();
        boolean complete = false;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select name, progress from file_state.row_protection")) {
            while (rows.next()) {
                var name = rows.getString(1);
                complete |= name.equals(COMPLETE);
                if (!name.equals(COMPLETE) && !name.contains(".")) {
                    tables.put(name, List.of(rows.getString(2).split(",", -1)));
                }
            }
        } catch (SQLException e) {
            if (e.getErrorCode() != ErrorCode.SCHEMA_NOT_FOUND_1 && !FileCounter.isMissingTable(e.getErrorCode())) {
                throw e;
            }
        }
        return complete ? Optional.of(tables) : Optional.empty();
    }

    private Map<String, List<String>> tables() throws SQLException {
        var tables = new LinkedHashMap<String, List<String>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                var columns = tables.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>());
                if (!rows.getString(2).equals(RowChecksum.COLUMN)) {
                    columns.add(rows.getString(2));
                }
            }
        }
        return tables;
    }

    private void createTables() throws SQLException {
        execute("create schema if not exists file_state");
        execute("create table if not exists file_state.row_protection"
                + " (name varchar(200) primary key, progress varchar(4000) not null)");
    }

    void run() throws SQLException {
        createTables();
        execute("create alias if not exists row_intact for '" + RowChecksum.class.getName() + ".intact'");
        for (var table : tables().entrySet()) {
            addChecksums(table.getKey(), table.getValue());
        }
        for (var column : sealedColumns()) {
            seal(column);
        }
        setProgress(COMPLETE, DONE);
    }

    private void addChecksums(String table, List<String> columns) throws SQLException {
        execute("create trigger if not exists " + table + "_row_mac before insert, update on " + table
                + " for each row call '" + RowChecksum.class.getName() + "'");
        var before = progress(table);
        var now = String.join(",", columns);
        if (now.equals(before)) {
            return;
        }
        inTransaction(() -> {
            var known = before == null ? List.<String>of() : List.of(before.split(",", -1));
            // Of rows whose columns are all still there it is known whether they were damaged before.
            execute("update " + table + " set row_mac = "
                    + (known.isEmpty() || !columns.containsAll(known)
                            ? "null"
                            : "case when row_mac is null or " + ProtectedRows.expression(table, known, "")
                                    + " then null else x'00' end"));
            setProgress(table, now);
        });
    }

    private List<SealedColumn> sealedColumns() throws SQLException {
        var columns = new ArrayList<SealedColumn>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SEALED)) {
            while (rows.next()) {
                columns.add(new SealedColumn(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return columns;
    }

    /// The rows up to the id in the table of the progress are sealed.
    private void seal(SealedColumn column) throws SQLException {
        var name = column.table() + "." + column.column();
        var after = progress(name);
        while (!DONE.equals(after)) {
            after = sealPage(column, name, after);
        }
    }

    private String sealPage(SealedColumn column, String name, @Nullable String after) throws SQLException {
        var next = new String[] {DONE};
        inTransaction(() -> {
            var values = new LinkedHashMap<Object, byte[]>();
            try (var select = connection.prepareStatement("select " + column.key() + ", " + column.column() + " from "
                    + column.table() + (after == null ? "" : " where " + column.key() + " > ?") + " order by "
                    + column.key() + " fetch first " + PAGE + " rows only")) {
                if (after != null) {
                    select.setString(1, after);
                }
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        var id = rows.getObject(1);
                        values.put(id, keys.seal(column.table(), id, rows.getBytes(2)));
                    }
                }
            }
            try (var update = connection.prepareStatement(
                    "update " + column.table() + " set " + column.column() + " = ? where " + column.key() + " = ?")) {
                for (var row : values.entrySet()) {
                    update.setBytes(1, row.getValue());
                    update.setObject(2, row.getKey());
                    update.executeUpdate();
                    next[0] = row.getKey().toString();
                }
            }
            next[0] = values.size() < PAGE ? DONE : next[0];
            setProgress(name, next[0]);
        });
        return next[0];
    }

    private @Nullable String progress(String name) throws SQLException {
        try (var select =
                connection.prepareStatement("select progress from file_state.row_protection where name = ?")) {
            select.setString(1, name);
            try (var rows = select.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    private void setProgress(String name, String progress) throws SQLException {
        try (var delete = connection.prepareStatement("delete from file_state.row_protection where name = ?");
                var insert = connection.prepareStatement(
                        "insert into file_state.row_protection (name, progress) values (?, ?)")) {
            delete.setString(1, name);
            delete.executeUpdate();
            insert.setString(1, name);
            insert.setString(2, progress);
            insert.executeUpdate();
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void inTransaction(Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
