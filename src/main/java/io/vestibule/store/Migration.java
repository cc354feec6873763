package io.vestibule.store;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;

/// Numbered scripts that migrate the tables of any earlier version to this version.
final class Migration {

    /// The database was written by a later version of the program, and must not be changed by this one.
    static final class Newer extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Flyway flyway;

    Migration(DataSource source, String location) {
        flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:" + location)
                .cleanDisabled(true)
                // A migration with a lower number may be added after one with a higher number is in use.
                .outOfOrder(true)
                .load();
    }

    boolean pending() {
        return flyway.info().pending().length > 0;
    }

    String version() {
        var current = flyway.info().current();
        return current == null || current.getVersion() == null
                ? "0"
                : current.getVersion().getVersion();
    }

    void run() {
        if (Arrays.stream(flyway.info().all()).anyMatch(script -> script.getState() == MigrationState.FUTURE_SUCCESS)) {
            throw new Newer();
        }
        flyway.migrate();
    }
}
