package io.vestibule.store;

import io.vestibule.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/// One encrypted H2 file. Every committed transaction survives a kill of the process (`WRITE_DELAY=0`; with H2's
/// default, up to a second is lost).
///
/// Stores of several packages take part in one transaction if they are called inside [#inTransaction]: Jdbi binds the
/// handle of a transaction to its thread, and [#with] joins it.
public final class Database implements AutoCloseable {

    /// As close to PostgreSQL's dialect as H2 allows: the shared database of a later version will run the same SQL.
    private static final String OPTIONS = ";CIPHER=AES;WRITE_DELAY=0;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000"
            // The trace file would contain statements in plain text beside the encrypted database.
            + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

    /// H2 closes a database whose file it cannot write, which fails all open work. So no transaction is started with
    /// fewer free bytes on the disk than this.
    static final long MIN_FREE_BYTES = 32L << 20;

    private static final Set<Integer> CLOSED =
            Set.of(ErrorCode.DATABASE_IS_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN, ErrorCode.CONNECTION_BROKEN_1);

    static final String USER = "vestibule";

    private final JdbcConnectionPool pool;
    private final FileGuard guard;
    private final LongSupplier space;
    private final Jdbi jdbi;

    private Database(JdbcConnectionPool pool, FileGuard guard, LongSupplier space) {
        this.pool = pool;
        this.guard = guard;
        this.space = space;
        this.jdbi = Jdbi.create(pool).setSqlParser(new NamedParameters());
        // Jdbi would write the values of a failed statement, names among them, into its message and so into logs.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    }

    /// Opens or creates the database and migrates its tables; a backup is created before a migration.
    ///
    /// @param file path without the `.mv.db` that H2 appends
    /// @param key password of the file, without spaces
    /// @param migrations folder on the class path, for example `db/common`
    /// @throws StoreException a code of [FileFault.Kind] if the file must not be opened; `store.in-use`,
    ///     `store.newer`, `store.not-writable`, `store.cannot-open`
    public static Database open(Path file, char[] key, String migrations) {
        return open(file, key, migrations, () -> false);
    }

    /// As [#open(Path, char[], String)].
    ///
    /// @param known whether there are traces elsewhere of what was in the file: `store.missing` is thrown then,
    ///     instead of creating it
    public static Database open(Path file, char[] key, String migrations, BooleanSupplier known) {
        var folder = file.toAbsolutePath().getParent();
        return open(
                file, key, migrations, known, folder == null ? () -> Long.MAX_VALUE : folder.toFile()::getUsableSpace);
    }

    static Database open(Path file, char[] key, String migrations, LongSupplier space) {
        return open(file, key, migrations, () -> false, space);
    }

    static String url(Path file) {
        return "jdbc:h2:" + UninterruptiblePath.SCHEME + ":" + file.toAbsolutePath() + OPTIONS;
    }

    /// H2 expects the passwords of the file and of the user in one string, separated by a space.
    static String password(char[] key) {
        return new String(key) + " " + new String(key);
    }

    /// @param space free bytes on the disk
    private static Database open(Path file, char[] key, String migrations, BooleanSupplier known, LongSupplier space) {
        var guard = FileGuard.open(file, key, known);
        var existed = Files.exists(DatabaseFiles.of(file));
        var pool = JdbcConnectionPool.create(url(file), USER, password(key));
        pool.setMaxConnections(16);
        try {
            if (!existed || !isCurrent(pool, migrations)) {
                var migration = new Migration(pool, migrations);
                if (existed && migration.pending()) {
                    Backup.createBefore(pool, file, migration.version());
                }
                migration.run();
            }
            FilePermissions.ownerOnly(DatabaseFiles.of(file));
            guard.opened(pool);
            return new Database(pool, guard, space);
        } catch (SQLException | IOException | RuntimeException e) {
            pool.dispose();
            guard.release();
            throw new StoreException(guard.isDamaged() ? guard.damage() : explain(e, file), e);
        }
    }

    private static boolean isCurrent(JdbcConnectionPool pool, String migrations) throws SQLException {
        try (var connection = pool.getConnection()) {
            return AppliedMigrations.areApplied(connection, migrations);
        }
    }

    /// Runs statements of one store; inside [#inTransaction] they belong to that transaction.
    public <T> T with(Function<Handle, T> statements) {
        return translateErrors(() -> jdbi.withHandle(statements::apply));
    }

    /// Runs `work` in one transaction of this thread, across the stores of all packages.
    ///
    /// @throws StoreException `store.disk-full` if too little space is left on the disk; nothing was written
    public <T> T inTransaction(Supplier<T> work) {
        if (space.getAsLong() < MIN_FREE_BYTES) {
            throw new StoreException(Problem.of("store.disk-full"));
        }
        var result = translateErrors(() -> jdbi.inTransaction(_ -> work.get()));
        if (guard.isDue() && !jdbi.withHandle(Handle::isInTransaction)) {
            guard.committed(pool);
        }
        return result;
    }

    /// Reads a part of the file and compares it with what was written. For a task in the background: damage is found
    /// before somebody needs what is damaged.
    ///
    /// @param from number of the first block of 4096 bytes
    /// @param most blocks
    /// @return where to go on; -1 if the whole file was read
    public int verifyBlocks(int from, int most) {
        return guard.sweep(from, most);
    }

    /// Whether bytes of the file were read that are not those that were written.
    public boolean isDamaged() {
        return guard.isDamaged();
    }

    /// As [#inTransaction], without a result.
    public void transaction(Runnable work) {
        var _ = inTransaction(() -> {
            work.run();
            return true;
        });
    }

    private <T> T translateErrors(Supplier<T> statements) {
        try {
            return statements.get();
        } catch (JdbiException e) {
            if (DamagedBlockException.causes(e)) {
                throw new StoreException(Problem.of("store.damaged-part"), e);
            }
            if (!Collections.disjoint(sqlCodes(e), CLOSED)) {
                throw new StoreException(
                        Problem.of(space.getAsLong() < MIN_FREE_BYTES ? "store.disk-full" : "store.closed"), e);
            }
            throw e;
        }
    }

    @Override
    public void close() {
        boolean clean = guard.shutDown(pool);
        pool.dispose();
        guard.closed(clean);
    }

    private static Problem explain(Throwable thrown, Path file) {
        var text = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
        if (thrown instanceof Migration.Newer) {
            return Problem.of("store.newer");
        }
        var codes = sqlCodes(thrown);
        if (codes.contains(ErrorCode.WRONG_PASSWORD_FORMAT)
                || codes.contains(ErrorCode.WRONG_USER_OR_PASSWORD)
                || codes.contains(ErrorCode.FILE_ENCRYPTION_ERROR_1)) {
            return Problem.of("store.wrong-key", DatabaseFiles.of(file).getFileName());
        }
        if (codes.contains(ErrorCode.DATABASE_ALREADY_OPEN_1)) {
            return Problem.of("store.in-use");
        }
        if (codes.contains(ErrorCode.FILE_CORRUPTED_1) || text.contains("corrupt")) {
            return Problem.of("store.damaged", DatabaseFiles.of(file).getFileName());
        }
        return Problem.of(
                "store.cannot-open", codes.isEmpty() ? thrown.getClass().getSimpleName() : codes.getFirst());
    }

    private static List<Integer> sqlCodes(Throwable thrown) {
        var codes = new java.util.ArrayList<Integer>();
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                codes.add(sql.getErrorCode());
            }
        }
        return codes;
    }
}
