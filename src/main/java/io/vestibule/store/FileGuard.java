package io.vestibule.store;

import io.vestibule.base.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the [FileHeader] and the [BlockTags] of one open database file.
///
/// The counter rises inside the database first and beside it afterwards, at most once in ten seconds: each commit
/// would cost a write to a row that all transactions wait for. A copy that is older than that is noticed.
final class FileGuard implements FileWatch {

    private static final Logger LOG = LoggerFactory.getLogger(FileGuard.class);

    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final Path file;
    private final HeaderFile beside;
    private final BlockTags tags;
    private final UninterruptiblePath.Registration registration;
    private final AtomicLong nextCount = new AtomicLong(System.nanoTime());
    private volatile @Nullable FileHeader header;
    private volatile @Nullable UninterruptibleFile open;
    private volatile boolean damageSeen;
    private volatile boolean opening = true;
    private volatile boolean touched;

    private FileGuard(Path file, HeaderFile beside, FileInspection.Result result) {
        this.file = file;
        this.beside = beside;
        this.header = result.header().orElse(null);
        this.tags = result.tags().orElseGet(beside::noTags);
        this.registration = UninterruptiblePath.watch(file, this);
    }

    /// @param database path without the `.mv.db` that H2 appends
    /// @param known as of [FileInspection#inspect]
    /// @throws StoreException if the file must not be opened; nothing was changed
    static FileGuard open(Path database, char[] key, BooleanSupplier known) {
        var file = DatabaseFiles.of(database);
        var beside = new HeaderFile(database, new FileKeys(key));
        try {
            var result = new FileInspection(database, key, beside).inspect(known);
            if (result.fault().isPresent()) {
                throw new StoreException(result.fault().get());
            }
            if (Files.exists(file) && !Files.isWritable(file)) {
                throw new StoreException(Problem.of("store.not-writable"));
            }
            return new FileGuard(file, beside, result);
        } catch (IOException e) {
            throw new StoreException(
                    Problem.of("store.cannot-open", e.getClass().getSimpleName()), e);
        }
    }

    /// Call when H2 has opened the database and its tables are current.
    void opened(DataSource source) throws SQLException, IOException {
        try (var connection = source.getConnection()) {
            var stamp = FileCounter.read(connection);
            var known = header;
            if (stamp.isEmpty()) {
                stamp = Optional.of(FileCounter.create(connection, known == null ? UUID.randomUUID() : known.id()));
            }
            if (known == null) {
                record(connection, stamp.get());
            }
        }
        opening = false;
    }

    /// Call after a commit that was due, outside of any transaction. A failure is logged: what was committed stays.
    void committed(DataSource source) {
        try {
            count(source);
        } catch (SQLException | IOException e) {
            LOG.warn(
                    "The header of {} was not written: {}",
                    file.getFileName(),
                    e.getClass().getName());
        }
    }

    /// Whether the file is still where it was opened.
    boolean isInPlace() {
        return Files.exists(file);
    }

    /// Whether the counter has to rise with the next commit.
    boolean isDue() {
        return System.nanoTime() - nextCount.get() >= 0;
    }

    /// Raises the counter, by one caller at a time.
    private void count(DataSource source) throws SQLException, IOException {
        long due = nextCount.get();
        if (nextCount.compareAndSet(due, System.nanoTime() + BETWEEN.toNanos())) {
            try (var connection = source.getConnection()) {
                record(connection, FileCounter.raise(connection));
            }
        }
    }

    /// The lock of the file comes first, as for whoever writes to it: so it is not cut meanwhile.
    private void record(Connection connection, FileCounter.Stamp stamp) throws SQLException, IOException {
        var rows = FileCounter.rows(connection);
        var current = open;
        if (current == null) {
            return;
        }
        synchronized (current) {
            record(stamp, rows);
        }
    }

    private synchronized void record(FileCounter.Stamp stamp, Map<String, Long> rows) throws IOException {
        var now = Instant.now();
        var known = header == null ? FileHeader.fresh(stamp.id(), stamp.counter(), now) : header;
        var counted = known.counted(stamp.counter(), Files.size(file), rows, now);
        beside.write(counted);
        header = counted;
    }

    /// Closes the database.
    ///
    /// @return whether everything is in the file
    boolean shutDown(DataSource source) {
        try {
            nextCount.set(System.nanoTime());
            count(source);
            shutDown(source.getConnection(), "shutdown");
            return true;
        } catch (SQLException | IOException _) {
            shutDownAtOnce(source);
            return false; // the next start inspects the file as after a crash
        }
    }

    /// Otherwise H2 keeps a database that it could not write, and the file could not be opened again.
    private static void shutDownAtOnce(DataSource source) {
        try {
            shutDown(source.getConnection(), "shutdown immediately");
        } catch (SQLException _) {
            // It is closed already.
        }
    }

    /// The connection is not closed: H2 reports that as a failure, once the database is closed.
    private static void shutDown(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Call after [#shutDown], when every connection is closed.
    ///
    /// @param clean whether everything is in the file
    void closed(boolean clean) {
        try {
            if (clean && open == null) {
                writeCleanHeader();
            }
        } catch (IOException e) {
            LOG.warn(
                    "The header of {} was not written: {}",
                    file.getFileName(),
                    e.getClass().getName());
        } finally {
            release();
        }
    }

    private void writeCleanHeader() throws IOException {
        var known = header;
        if (known == null) {
            return;
        }
        try (var again = new RandomAccessFile(file.toFile(), "r")) {
            tags.fill(again.length(), (target, position) -> {
                again.seek(position);
                return again.read(target);
            });
        }
        var closed = known.closed(Files.size(file), FileInspection.modified(file), beside.writeTags(tags));
        beside.write(isDamaged() ? closed.suspected() : closed);
    }

    /// Call when the file is no longer used, or could not be opened.
    void release() {
        registration.close();
        var known = header;
        if (opening && damageSeen && !touched && known != null && known.clean()) {
            try {
                beside.write(known.suspected());
            } catch (IOException _) {
                // The next start finds the same damage in the same way.
            }
        }
    }

    /// Verifies a part of the file.
    ///
    /// @return as [BlockTags#sweep]
    int sweep(int from, int most) {
        var current = open;
        if (current == null) {
            return -1;
        }
        try {
            int next = current.sweep(tags, from, most);
            damageSeen |= tags.damaged() > 0;
            return next;
        } catch (IOException _) {
            return -1; // closed meanwhile, or reported by whoever reads next
        }
    }

    /// Whether bytes were read that are not those that were written, and nobody has accepted that.
    boolean isDamaged() {
        var known = header;
        return damageSeen && (known == null || !known.tolerated());
    }

    long size() {
        return file.toFile().length();
    }

    Problem damage() {
        return Problem.of(FileFault.Kind.DAMAGED.code(), file.getFileName());
    }

    @Override
    public void opened(UninterruptibleFile opened) {
        open = opened;
    }

    @Override
    public void reading(long position, long length, BlockTags.Source source) throws IOException {
        if (length > 0 && !tags.verify(position, length, source)) {
            damageSeen = true;
            throw new DamagedBlockException(position);
        }
    }

    @Override
    public void writing() throws IOException {
        if (opening && damageSeen) {
            throw new DamagedBlockException(0);
        }
        if (!touched) {
            markInUse();
        }
    }

    private synchronized void markInUse() throws IOException {
        var known = header;
        if (known != null && known.clean()) {
            var inUse = known.inUse();
            beside.write(inUse);
            header = inUse;
        }
        touched = true;
    }

    @Override
    public void failed(long position, long length) {
        tags.forget(position, length);
    }

    @Override
    public void written(long position, byte[] bytes, int offset, int length) {
        tags.written(position, bytes, offset, length);
    }

    /// The header never tells of more bytes than there are, so that a cut file is noticed after a crash as well.
    @Override
    public void truncating(long size) throws IOException {
        writing();
        shorten(size);
        tags.truncated(size);
    }

    private synchronized void shorten(long size) throws IOException {
        var known = header;
        if (known != null && known.length() > size) {
            var shorter = known.shortened(size);
            beside.write(shorter);
            header = shorter;
        }
    }

    @Override
    public void closed(UninterruptibleFile closed) {
        if (closed == open) {
            open = null;
        }
    }
}
