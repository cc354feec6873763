package io.vestibule.store;

import io.vestibule.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.h2.jdbcx.JdbcDataSource;

/// Copies open databases into new files that are encrypted with the same keys. Writers go on meanwhile.
///
/// A copy is built from the rows that are there, by H2's `SCRIPT` and `RUNSCRIPT`, and not from the bytes of the file:
/// these contain deleted rows until H2 uses their space again.
public final class DatabaseCopy {

    /// Isolation level of H2 in which every statement of a transaction sees the moment of its first one.
    private static final int SNAPSHOT = 6;

    private static final int PASSWORD_BYTES = 32;

    /// @param name of the copy, without the `.mv.db` that H2 appends
    /// @param key password of the file
    public record Source(String name, Database database, Supplier<char[]> key) {}

    private record Open(Source source, Connection connection, Map<String, Long> rows) {}

    /// Called at the moment whose state is copied.
    public interface Begun {
        void run() throws IOException;
    }

    private DatabaseCopy() {}

    /// Copies databases as they are at one moment: the transactions that read them begin within milliseconds, in the
    /// order of the list. Takes about a second per 2 MB of rows.
    ///
    /// @param folder an empty folder that only the owner can read
    /// @param begun called right after that moment, to note what else has to belong to it
    /// @return number of rows of the main tables at that moment, by the name of the copy
    /// @throws StoreException `store.backup-failed` if a database cannot be read or a copy not be written
    public static Map<String, Map<String, Long>> write(List<Source> sources, Path folder, Begun begun) {
        var transactions = new ArrayList<Open>();
        try {
            for (var source : sources) {
                transactions.add(begin(source));
            }
            begun.run();
            var rows = new LinkedHashMap<String, Map<String, Long>>();
            for (var open : transactions) {
                copy(open, folder);
                rows.put(open.source().name(), open.rows());
            }
            return rows;
        } catch (SQLException | IOException e) {
            throw failed(e);
        } finally {
            transactions.forEach(DatabaseCopy::end);
        }
    }

    private static Open begin(Source source) throws SQLException {
        var connection = source.database().connection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(SNAPSHOT);
        return new Open(source, connection, FileCounter.rows(connection));
    }

    private static void end(Open open) {
        try (var connection = open.connection()) {
            connection.rollback();
        } catch (SQLException _) {
            // The database was closed meanwhile.
        }
    }

    private static void copy(Open open, Path folder) throws SQLException, IOException {
        var script = folder.resolve(open.source().name() + ".script");
        var password = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(password);
        var way = " compression lzf cipher aes password '" + HexFormat.of().formatHex(password) + "'";
        var target = folder.resolve(open.source().name());
        try {
            try (var statement = open.connection().createStatement()) {
                statement.execute("script nopasswords nosettings to " + quoted(script) + way);
            }
            build(target, open.source().key().get(), "runscript from " + quoted(script) + way);
        } finally {
            Files.deleteIfExists(script);
        }
    }

    private static void build(Path target, char[] key, String rows) throws SQLException {
        UninterruptiblePath.register();
        var connection = source(target, key, "").getConnection();
        FilePermissions.ownerOnly(DatabaseFiles.of(target));
        try (var run = connection.createStatement()) {
            run.execute(rows);
        } finally {
            shutDown(connection);
        }
    }

    /// The connection is not closed: H2 reports that as a failure, once the database is closed.
    private static void shutDown(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
    }

    /// Opens a copy for reading only and counts its rows. Changes no byte.
    ///
    /// @param database path without the `.mv.db` that H2 appends
    /// @return number of rows of the main tables
    /// @throws StoreException `store.backup-damaged` if it cannot be opened or read with this key
    public static Map<String, Long> countRows(Path database, char[] key) {
        UninterruptiblePath.register();
        try (var _ = UninterruptiblePath.readOnly(DatabaseFiles.of(database));
                var connection = source(database, key, ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE")
                        .getConnection()) {
            return FileCounter.rows(connection);
        } catch (SQLException e) {
            throw new StoreException(Problem.of("store.backup-damaged"), e);
        }
    }

    private static JdbcDataSource source(Path database, char[] key, String options) {
        var source = new JdbcDataSource();
        source.setURL(Database.url(database) + options);
        source.setUser(Database.USER);
        source.setPassword(Database.password(key));
        return source;
    }

    private static String quoted(Path file) {
        return "'" + file.toAbsolutePath().toString().replace("'", "''") + "'";
    }

    private static StoreException failed(Exception e) {
        return new StoreException(Problem.of("store.backup-failed", e.getClass().getSimpleName()), e);
    }
}
