package io.vestibule.journal.run;

import io.vestibule.base.ClockStep;
import io.vestibule.store.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/// Corrects the times of jobs, steps and calls when the clock is corrected: what waits keeps the time it has left, and
/// nothing lies in the future but what is due then.
public final class DueTimeStore {

    /// In the order in which everybody locks them.
    private static final List<String> TABLES = List.of("job", "step");

    private final Database database;

    public DueTimeStore(Database database) {
        this.database = database;
    }

    public void stepped(ClockStep step) {
        database.transaction(() -> {
            TABLES.forEach(table -> reschedule(table, step));
            if (step.isBackward()) {
                var now = StepStore.utc(step.now());
                for (var table : TABLES) {
                    for (var column : List.of("created_at", "changed_at")) {
                        database.with(handle -> handle.execute(
                                "update %1$s set %2$s = ? where %2$s > ?".formatted(table, column), now, now));
                    }
                }
                database.with(
                        handle -> handle.execute("update billed_call set called_at = ? where called_at > ?", now, now));
            }
        });
    }

    private void reschedule(String table, ClockStep step) {
        record Due(UUID id, Instant at) {}
        var earlier = step.isBackward() ? step.now() : step.before();
        var waiting = database.with(handle -> handle.createQuery(
                        "select id, due_at from %s where state = 'WAITING' and due_at > :earlier".formatted(table))
                .bind("earlier", StepStore.utc(earlier))
                .map((rows, _) -> new Due(
                        rows.getObject("id", UUID.class),
                        rows.getObject("due_at", OffsetDateTime.class).toInstant()))
                .list());
        if (waiting.isEmpty()) {
            return;
        }
        database.with(handle -> {
            var batch = handle.prepareBatch("update %s set due_at = :due where id = :id".formatted(table));
            waiting.forEach(due -> batch.bind("due", StepStore.utc(step.reschedule(due.at())))
                    .bind("id", due.id())
                    .add());
            return batch.execute();
        });
    }
}
