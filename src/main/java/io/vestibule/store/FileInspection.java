package io.vestibule.store;

import io.vestibule.store.FileFault.Content;
import io.vestibule.store.FileFault.Kind;
import io.vestibule.store.HeaderFile.Trust;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/// Looks at a database file before H2 opens it for writing, and changes nothing: H2 shrinks a cut file, and starts a
/// new database in an empty one.
///
/// After a clean close the length and time of the file tell whether it was touched; only then all of it is read. What
/// changed without a trace is found by the [BlockTags], when it is read. After a crash, or in doubt, the file is
/// opened for reading first, through a file layer that refuses every write: a copy would need time and disk space in
/// proportion to the file.
final class FileInspection {

    /// @param header what is known of the file; empty if it is new, or was last used by a version without a header
    /// @param tags of a file that was closed cleanly
    record Result(Optional<FileFault> fault, Optional<FileHeader> header, Optional<BlockTags> tags) {}

    /// What a database answers that is open for reading.
    ///
    /// @param stamp empty if it has none, or cannot be read
    /// @param code of H2; 0 if it can be read
    private record Reading(Optional<FileCounter.Stamp> stamp, Map<String, Long> rows, int code) {}

    private final Path database;
    private final Path file;
    private final char[] key;
    private final HeaderFile beside;

    FileInspection(Path database, char[] key, HeaderFile beside) {
        this.database = database;
        this.file = DatabaseFiles.of(database);
        this.key = key.clone();
        this.beside = beside;
    }

    /// @param known whether there are traces elsewhere of what was in the file; asked if the file and its header are
    ///     missing
    Result inspect(BooleanSupplier known) throws IOException {
        var found = beside.read();
        long size = Files.exists(file) ? Files.size(file) : 0;
        if (found.trust() == Trust.WRONG_KEY) {
            return fault(Kind.WRONG_KEY, found.header(), Optional.empty());
        }
        if (size == 0) {
            return found.trust() != Trust.ABSENT || known.getAsBoolean()
                    ? fault(Kind.MISSING, found.header(), Optional.empty())
                    : new Result(Optional.empty(), Optional.empty(), Optional.empty());
        }
        if (found.header().isEmpty()) {
            return withoutHeader();
        }
        var header = found.header().get();
        return header.clean() ? afterCleanClose(header, size) : afterCrash(header, size);
    }

    private Result withoutHeader() {
        var reading = read();
        if (reading.code() == ErrorCode.FILE_ENCRYPTION_ERROR_1) {
            return fault(Kind.WRONG_KEY, Optional.empty(), Optional.empty());
        }
        return isDamage(reading)
                ? fault(Kind.DAMAGED, Optional.empty(), Optional.empty())
                : new Result(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Result afterCleanClose(FileHeader header, long size) throws IOException {
        var tags = beside.readTags(header);
        boolean untouched = size == header.length() && modified(file) == header.modified();
        if (untouched || header.tolerated()) {
            return new Result(Optional.empty(), Optional.of(header), tags);
        }
        if (tags.isEmpty()) {
            return afterCrash(header, size);
        }
        int damaged = damaged(tags.get(), size);
        if (damaged == 0 && size == header.length()) {
            return new Result(Optional.empty(), Optional.of(header), tags); // a copy of the whole folder
        }
        if (damaged == 0 && size < header.length()) {
            return fault(Kind.TRUNCATED, Optional.of(header), Optional.empty());
        }
        var reading = read();
        return fault(isOlder(reading, header) ? Kind.ROLLED_BACK : Kind.DAMAGED, Optional.of(header), content(reading));
    }

    private Result afterCrash(FileHeader header, long size) {
        var reading = read();
        boolean shorter = size < header.length();
        if (isDamage(reading) || reading.code() == ErrorCode.FILE_ENCRYPTION_ERROR_1) {
            return fault(shorter ? Kind.TRUNCATED : Kind.DAMAGED, Optional.of(header), Optional.empty());
        }
        boolean complete = reading.stamp()
                .filter(stamp -> stamp.id().equals(header.id()) && stamp.counter() >= header.counter())
                .isPresent();
        if ((complete && !shorter) || reading.code() != 0) {
            // Any other refusal, for example that another program uses it, is reported by the normal open.
            return new Result(Optional.empty(), Optional.of(header), Optional.empty());
        }
        boolean cut = shorter && (complete || reading.stamp().isEmpty());
        return fault(cut ? Kind.TRUNCATED : Kind.ROLLED_BACK, Optional.of(header), content(reading));
    }

    private static boolean isOlder(Reading reading, FileHeader header) {
        return reading.code() == 0
                && reading.stamp()
                        .map(stamp -> !stamp.id().equals(header.id()) || stamp.counter() < header.counter())
                        .orElse(true);
    }

    /// H2 refuses to create a database in a file that is open for reading: it has found none in it.
    private static boolean isDamage(Reading reading) {
        return reading.code() != 0
                && reading.code() != ErrorCode.DATABASE_ALREADY_OPEN_1
                && !Database.CLOSED.contains(reading.code())
                && reading.code() != ErrorCode.FILE_ENCRYPTION_ERROR_1;
    }

    private int damaged(BlockTags tags, long size) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "r")) {
            for (int i = 0; i >= 0; ) {
                i = tags.sweep(i, Integer.MAX_VALUE / 2, size, (target, position) -> {
                    open.seek(position);
                    return open.read(target);
                });
            }
        }
        return tags.damaged();
    }

    private Reading read() {
        var source = new JdbcDataSource();
        source.setURL(Database.url(database) + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE");
        source.setUser(Database.USER);
        source.setPassword(Database.password(key));
        try (var _ = UninterruptiblePath.readOnly(file);
                var connection = source.getConnection()) {
            return new Reading(FileCounter.read(connection), FileCounter.rows(connection), 0);
        } catch (SQLException e) {
            return new Reading(Optional.empty(), Map.of(), e.getErrorCode());
        }
    }

    private Result fault(Kind kind, Optional<FileHeader> header, Optional<Content> found) {
        var last = header.map(known -> new Content(known.at(), known.rows()));
        return new Result(Optional.of(new FileFault(kind, database, last, found)), header, Optional.empty());
    }

    private Optional<Content> content(Reading reading) {
        return reading.code() == 0
                ? Optional.of(new Content(Instant.ofEpochSecond(0, modified(file)), reading.rows()))
                : Optional.empty();
    }

    /// In nanoseconds since 1970; 0 if it cannot be read.
    static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
        } catch (IOException _) {
            return 0;
        }
    }
}
