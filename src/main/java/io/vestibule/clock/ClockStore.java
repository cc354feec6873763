package io.vestibule.clock;

import io.vestibule.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// The one row of the table `clock_state`.
final class ClockStore {

    /// @param seen the last time of the guarded clock
    /// @param bootId,uptime of the computer at that time; the id is empty if unknown
    /// @param distrusted when the system clock ceased to be trusted; empty while it is
    record LastSeen(Instant seen, String bootId, Duration uptime, Optional<Instant> distrusted) {}

    private final Database database;

    ClockStore(Database database) {
        this.database = database;
    }

    Optional<LastSeen> find() {
        return database.with(handle -> handle.createQuery(
                        "select seen_at, boot_id, uptime_millis, distrusted_at from clock_state where id = 1")
                .map((rows, _) -> new LastSeen(
                        rows.getObject("seen_at", OffsetDateTime.class).toInstant(),
                        rows.getString("boot_id"),
                        Duration.ofMillis(rows.getLong("uptime_millis")),
                        Optional.ofNullable(rows.getObject("distrusted_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .findOne());
    }

    void save(LastSeen lastSeen) {
        var seen = lastSeen.seen().atOffset(ZoneOffset.UTC);
        var distrusted =
                lastSeen.distrusted().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
        database.transaction(() -> {
            var updated = database.with(handle -> handle.execute(
                    "update clock_state set seen_at = ?, boot_id = ?, uptime_millis = ?, distrusted_at = ? where id = 1",
                    seen,
                    lastSeen.bootId(),
                    lastSeen.uptime().toMillis(),
                    distrusted));
            if (updated == 0) {
                database.with(handle -> handle.execute(
                        "insert into clock_state (id, seen_at, boot_id, uptime_millis, distrusted_at)"
                                + " values (1, ?, ?, ?, ?)",
                        seen,
                        lastSeen.bootId(),
                        lastSeen.uptime().toMillis(),
                        distrusted));
            }
        });
    }
}
