package io.vestibule.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.h2.jdbc.JdbcConnection;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/// The connections of one database in two pools, so that a backlog of jobs never delays a screen.
///
/// The embedded database is open as long as it has a connection: the pools never retire an idle one.
final class ConnectionPools implements ConnectionFactory, AutoCloseable {

    /// Screens: short queries of as many tasks as a person starts at a time.
    static final int SCREENS = 6;

    /// Background work: more than the journal has threads, so that none of them ever waits for another.
    static final int BACKGROUND = 12;

    /// How long a caller waits for a connection while all are in use.
    static final Duration WAIT = Duration.ofSeconds(10);

    private final DataSource source;
    private final Duration wait;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable HikariDataSource screens;
    private volatile @Nullable HikariDataSource background;
    private volatile boolean closed;

    ConnectionPools(DataSource source, Duration wait) {
        this.source = source;
        this.wait = wait;
    }

    @Override
    public Connection openConnection() throws SQLException {
        var pool = Database.inBackground() ? background() : screens();
        var connection = pool.getConnection();
        // A connection that was used a moment ago is given out unchecked, also if the database closed itself since.
        while (connection.unwrap(JdbcConnection.class).isClosed()) {
            pool.evictConnection(connection);
            connection = pool.getConnection();
        }
        return connection;
    }

    private HikariDataSource screens() throws SQLException {
        var known = screens;
        return known == null ? open(false) : known;
    }

    private HikariDataSource background() throws SQLException {
        var known = background;
        return known == null ? open(true) : known;
    }

    private HikariDataSource open(boolean forBackground) throws SQLException {
        lock.lock();
        try {
            if (closed) {
                throw new SQLException("The database was closed");
            }
            var known = forBackground ? background : screens;
            if (known != null) {
                return known;
            }
            var opened = forBackground ? pool("database-background", BACKGROUND) : pool("database-screens", SCREENS);
            if (forBackground) {
                background = opened;
            } else {
                screens = opened;
            }
            return opened;
        } finally {
            lock.unlock();
        }
    }

    private HikariDataSource pool(String name, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(wait.toMillis());
        config.setKeepaliveTime(0);
        config.setIdleTimeout(0);
        config.setMaxLifetime(0);
        // The database answered a moment ago; waiting for a connection here would delay the start.
        config.setInitializationFailTimeout(-1);
        config.setExceptionOverride(new ClosedConnectionEviction());
        return new HikariDataSource(config);
    }

    /// Whether connections can still be taken.
    boolean isClosed() {
        return closed;
    }

    /// Closes both pools; a connection that is in use is closed when it is given back.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            var first = screens;
            var second = background;
            if (first != null) {
                first.close();
            }
            if (second != null) {
                second.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
