package io.vestibule.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/// Moves what is in use out of parts of the file that are mostly unused. Those are then written over instead of the
/// file growing, and what was erased is gone from it.
///
/// H2 does this on a thread of its own, which it does not start where each commit has to be on the disk
/// (`WRITE_DELAY=0`).
/// Measured without: 1,000 people with three photos each, whose bytes had left the database after the upload, took
/// 620 MB, and the three seconds that closing may take did not make that smaller.
final class FileCompaction {

    /// Percentage of a part of the file that is in use; fuller ones are left alone.
    private static final int FILL_RATE = 60;

    /// Bytes that are moved in one go, during which commits wait: some ten milliseconds.
    private static final int BYTES = 4 << 20;

    private long version = -1;

    /// @param connection to the database of the file, always the same one
    /// @param commit writes something: what was moved before is left [Database#RETENTION_MILLIS] later, at a commit
    synchronized void run(Connection connection, Duration atMost, Runnable commit) throws SQLException {
        var store = store(connection);
        if (store.getCurrentVersion() == version) {
            return;
        }
        long end = System.nanoTime() + atMost.toNanos();
        boolean moved = false;
        boolean more = true;
        while (more && System.nanoTime() - end < 0) {
            more = store.compact(FILL_RATE, BYTES);
            if (more) {
                store.commit();
                moved = true;
            }
        }
        commit.run();
        version = moved ? -1 : store.getCurrentVersion();
    }

    private static MVStore store(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }
}
