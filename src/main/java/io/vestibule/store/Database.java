package io.vestibule.store;

import io.vestibule.base.InterruptShield;
import io.vestibule.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/// One encrypted H2 file. Every committed transaction survives a kill of the process (`WRITE_DELAY=0`; with H2's
/// default, up to a second is lost).
///
/// Stores of several packages take part in one transaction if they are called inside [#inTransaction]: Jdbi
/// binds the handle of a transaction to its thread, and [#with] joins it.
///
/// Statements run on the calling thread and are not interrupted, see [InterruptShield]. Background work is enclosed
/// in [#asBackground]: it has connections of its own, so that screens do not wait for it. A database that closed
/// itself is opened again by the next caller.
public final class Database implements AutoCloseable {

    /// As close to PostgreSQL's dialect as H2 allows: the shared database of a later version will run the same SQL.
    private static final String OPTIONS = ";CIPHER=AES;WRITE_DELAY=0;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000"
            // The trace file would contain statements in plain text beside the encrypted database.
            + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0"
            // Milliseconds that closing may take to make the file smaller; H2's 200 are too few for a large one.
            + ";MAX_COMPACT_TIME=3000";

    /// H2 closes a database whose file it cannot write, which fails all open work. So no transaction is
    /// started with fewer free bytes on the disk than this.
    static final long MIN_FREE_BYTES = 32L << 20;

    /// What H2 answers when the database is closed, or is being closed by another thread at this moment.
    static final Set<Integer> CLOSED = Set.of(
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_IS_IN_EXCLUSIVE_MODE,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
            ErrorCode.CONNECTION_BROKEN_1);

    /// What H2 answers when it could not write to the file.
    private static final Set<Integer> UNWRITTEN = Set.of(
            ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2, ErrorCode.GENERAL_ERROR_1, ErrorCode.FILE_CORRUPTED_1);

    static final String USER = "vestibule";

    /// How long the file keeps what was replaced before its place is used again. With H2's 45 seconds a file of
    /// 2 MB of rows grew to 250 MB in 9,000 commits. Longer than [UninterruptibleFile#SYNC_EVERY_NANOS] by far.
    static final int RETENTION_MILLIS = 5_000;

    private static final ScopedValue<Boolean> BACKGROUND = ScopedValue.newInstance();

    private final FileCompaction compaction = new FileCompaction();

    /// Keeps the database open while no other connection is.
    private final Connection anchor;

    private final JdbcDataSource source;
    private final ConnectionPools pools;
    private final FileGuard guard;
    private final ProtectedRows rows;
    private final LongSupplier space;
    private final Jdbi jdbi;

    private Database(
            Connection anchor,
            JdbcDataSource source,
            ConnectionPools pools,
            FileGuard guard,
            ProtectedRows rows,
            LongSupplier space) {
        this.anchor = anchor;
        this.source = source;
        this.pools = pools;
        this.guard = guard;
        this.rows = rows;
        this.space = space;
        this.jdbi = Jdbi.create(pools).setSqlParser(new NamedParameters());
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
        LongSupplier space = folder == null ? () -> Long.MAX_VALUE : folder.toFile()::getUsableSpace;
        return open(file, key, migrations, known, space, ConnectionPools.WAIT);
    }

    /// @param space free bytes on the disk
    /// @param wait for a connection while all are in use
    static Database open(Path file, char[] key, String migrations, LongSupplier space, Duration wait) {
        return open(file, key, migrations, () -> false, space, wait);
    }

    static String url(Path file) {
        return "jdbc:h2:" + UninterruptiblePath.SCHEME + ":" + file.toAbsolutePath() + OPTIONS;
    }

    /// H2 expects the passwords of the file and of the user in one string, separated by a space.
    static String password(char[] key) {
        return new String(key) + " " + new String(key);
    }

    private static Database open(
            Path file, char[] key, String migrations, BooleanSupplier known, LongSupplier space, Duration wait) {
        var guard = FileGuard.open(file, key, known);
        var source = new JdbcDataSource();
        source.setURL(url(file));
        source.setUser(USER);
        source.setPassword(password(key));
        try {
            return open(file, key, source, migrations, guard, space, wait);
        } catch (SQLException | IOException | RuntimeException e) {
            guard.release();
            var problem = guard.isDamaged() ? guard.damage() : explain(e, file);
            boolean full = problem.code().equals("store.cannot-open") && space.getAsLong() < MIN_FREE_BYTES;
            throw new StoreException(full ? Problem.of("store.disk-full") : problem, e);
        }
    }

    private static Database open(
            Path file,
            char[] key,
            JdbcDataSource source,
            String migrations,
            FileGuard guard,
            LongSupplier space,
            Duration wait)
            throws SQLException, IOException {
        var existed = Files.exists(DatabaseFiles.of(file));
        var anchor = source.getConnection();
        var rows = ProtectedRows.of(anchor, key);
        try {
            if (!existed || !AppliedMigrations.areApplied(anchor, migrations)) {
                var migration = new Migration(source, migrations);
                if (existed && migration.pending()) {
                    Backup.createBefore(source, file, migration.version());
                }
                rows.migrating(anchor);
                migration.run();
            }
            rows.protect(anchor);
            FilePermissions.ownerOnly(DatabaseFiles.of(file));
            try (var statement = anchor.createStatement()) {
                statement.execute("set retention_time " + RETENTION_MILLIS);
            }
            guard.opened(source);
            // From now on a missing file is a fault, and must not be replaced by an empty one.
            source.setURL(url(file) + ";IFEXISTS=TRUE");
            return new Database(anchor, source, new ConnectionPools(source, wait), guard, rows, space);
        } catch (SQLException | IOException | RuntimeException e) {
            try (anchor;
                    rows) {
                throw e;
            }
        }
    }

    /// Runs `work` on the calling thread; what it and the methods that it calls do with any database is background
    /// work.
    public static void asBackground(Runnable work) {
        ScopedValue.where(BACKGROUND, true).run(work);
    }

    static boolean inBackground() {
        return BACKGROUND.isBound();
    }

    /// Runs statements of one store; inside [#inTransaction] they belong to that transaction.
    public <T> T with(Function<Handle, T> statements) {
        return translateErrors(() -> jdbi.withHandle(statements::apply));
    }

    /// Runs `work` in one transaction of this thread, across the stores of all packages.
    ///
    /// @throws StoreException `store.disk-full` if too little space is left on the disk, `store.folder-gone` if
    ///     the data folder was moved away, `store.busy` if no connection became free in time, `store.closed` if
    ///     the database cannot be reached; nothing was written
    public <T> T inTransaction(Supplier<T> work) {
        requireRoom();
        var result = translateErrors(() -> jdbi.inTransaction(_ -> work.get()));
        if (guard.isDue()) {
            InterruptShield.shielded(this::count);
        }
        return result;
    }

    /// What was committed stays committed, whatever happens here.
    private boolean count() {
        try {
            if (!jdbi.withHandle(Handle::isInTransaction)) {
                guard.committed(source);
            }
            return true;
        } catch (JdbiException _) {
            return false; // the next commit counts
        }
    }

    /// What holds for single rows.
    public ProtectedRows rows() {
        return rows;
    }

    /// Reads a part of the file and compares it with what was written. For a task in the background: damage is
    /// found before somebody needs what is damaged.
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

    /// A folder that was moved away has no free space either, but what is written would not go to where it is
    /// expected.
    private void requireRoom() {
        if (!guard.isInPlace()) {
            throw new StoreException(Problem.of("store.folder-gone"));
        }
        if (isFull()) {
            throw new StoreException(Problem.of("store.disk-full"));
        }
    }

    private boolean isFull() {
        return space.getAsLong() < MIN_FREE_BYTES;
    }

    /// A connection besides those of the pools, for whoever needs one for minutes.
    Connection connection() throws SQLException {
        if (pools.isClosed() || anchor.isClosed()) {
            throw new SQLException("The database was closed");
        }
        return source.getConnection();
    }

    /// Makes room in the file that was left by what was changed and erased, see [FileCompaction]. For a task that is
    /// repeated in the background: what is free is used from the second run on.
    ///
    /// @param atMost how long it may take
    public void compact(Duration atMost) {
        if (guard.isDamaged() || isFull() || !guard.isInPlace()) {
            return;
        }
        var _ = translateErrors(() -> jdbi.withHandle(handle -> {
            try {
                compaction.run(handle.getConnection(), atMost, () -> guard.committed(source));
                return true;
            } catch (SQLException e) {
                throw new ConnectionException(e);
            }
        }));
    }

    /// Length of the file in bytes.
    public long size() {
        return guard.size();
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
            return InterruptShield.shielded(statements);
        } catch (JdbiException e) {
            if (DamagedBlockException.causes(e)) {
                throw new StoreException(Problem.of("store.damaged-part"), e);
            }
            if (isClosed(e)) {
                throw new StoreException(Problem.of(isFull() ? "store.disk-full" : "store.closed"), e);
            }
            if (!Collections.disjoint(sqlCodes(e), UNWRITTEN) && isFull()) {
                throw new StoreException(Problem.of("store.disk-full"), e);
            }
            if (e instanceof ConnectionException) {
                throw new StoreException(Problem.of("store.busy"), e);
            }
            throw e;
        }
    }

    /// Whether a statement failed because of the row itself (classes 22 and 23 of the standard: its data, a
    /// constraint), so that it would fail again.
    public static boolean isRefused(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
            }
        }
        return false;
    }

    /// Whether the database closed itself, was closed, or cannot be opened again. The pool reports the last of
    /// these, and that all connections are in use, with the same type: only the former has a cause.
    private boolean isClosed(JdbiException failure) {
        return pools.isClosed()
                || !Collections.disjoint(sqlCodes(failure), CLOSED)
                || (failure instanceof ConnectionException
                        && !(failure.getCause() instanceof SQLTransientConnectionException timeout
                                && timeout.getCause() == null));
    }

    @Override
    public void close() {
        InterruptShield.shielded(() -> {
            boolean clean = guard.shutDown(source);
            pools.close();
            try {
                anchor.close();
            } catch (SQLException _) {
                // The shutdown closed it.
            }
            rows.close();
            guard.closed(clean);
            return clean;
        });
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
        if (!Collections.disjoint(codes, CLOSED)) {
            return Problem.of("store.closed");
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
