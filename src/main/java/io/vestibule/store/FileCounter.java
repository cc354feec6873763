package io.vestibule.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.h2.api.ErrorCode;

/// The part of the [FileHeader] that is inside the database: its id, and a counter that rises while it is
/// used. In a schema of its own, since it describes the file and not what is stored in it.
final class FileCounter {

    /// Tables whose number of rows tells an operator what a file contained. H2 knows these numbers without
    /// counting.
    private static final List<String> MAIN_TABLES =
            List.of("audit_entry", "face", "face_user", "item", "known_people_rule", "legal_basis", "person", "photo");

    /// @param counter rises at least every ten seconds in which something is committed
    record Stamp(UUID id, long counter) {}

    private FileCounter() {}

    /// Empty if the database was last used by a version without a header.
    static Optional<Stamp> read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, counter from file_state.file_counter")) {
            return rows.next()
                    ? Optional.of(new Stamp(rows.getObject(1, UUID.class), rows.getLong(2)))
                    : Optional.empty();
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.SCHEMA_NOT_FOUND_1 || isMissingTable(e.getErrorCode())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    static Stamp create(Connection connection, UUID id) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create schema if not exists file_state");
            statement.execute(
                    "create table if not exists file_state.file_counter (id uuid primary key, counter bigint not null)");
        }
        try (var insert =
                connection.prepareStatement("insert into file_state.file_counter (id, counter) values (?, 1)")) {
            insert.setObject(1, id);
            insert.executeUpdate();
        }
        return new Stamp(id, 1);
    }

    /// In a transaction of its own.
    static Stamp raise(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("update file_state.file_counter set counter = counter + 1");
        }
        return read(connection).orElseThrow();
    }

    /// The number of rows of the main tables that this database has.
    static Map<String, Long> rows(Connection connection) throws SQLException {
        var counts = new TreeMap<String, Long>();
        for (var table : MAIN_TABLES) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(*) from " + table)) {
                rows.next();
                counts.put(table, rows.getLong(1));
            } catch (SQLException e) {
                if (!isMissingTable(e.getErrorCode())) {
                    throw e;
                }
            }
        }
        return counts;
    }

    static boolean isMissingTable(int code) {
        return code == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1
                || code == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1
                || code == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2;
    }
}
