package io.vestibule.people;

import io.vestibule.base.ClockStep;
import io.vestibule.base.PersonId;
import io.vestibule.store.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Retention periods of the table `person`: who is held although theirs is over, and what a correction of the clock
/// does
/// to them.
public final class RetentionStore {

    /// People who were enrolled, or whose legal basis was renewed, after that moment: their retention period was
    /// computed by the clock that was wrong.
    private static final String SINCE = " and (created_at > :since or exists (select 1 from legal_basis b"
            + " where b.person_id = person.id and b.given_at > :since))";

    /// Columns of times at which something has happened.
    private static final Map<String, List<String>> PAST = Map.of(
            "person", List.of("created_at", "removed_at"),
            "photo", List.of("created_at", "removed_at"),
            "legal_basis", List.of("given_at"),
            "indexed_face", List.of("changed_at"),
            "collection_user", List.of("changed_at"));

    private final Database database;

    public RetentionStore(Database database) {
        this.database = database;
    }

    /// Postpones the removal of people whose retention period is over.
    public void hold(Collection<PersonId> people, Instant until) {
        if (people.isEmpty()) {
            return;
        }
        database.with(handle -> handle.createUpdate("update person set held_until = :until where id in (<people>)")
                .bind("until", Sql.utc(until))
                .bindList("people", people.stream().map(PersonId::value).toList())
                .execute());
    }

    /// A retention period that was computed by a wrong clock is computed again: backward, since the person
    /// would stay too long; forward only where it would be over at once, since an operator may have typed the date.
    public void stepped(ClockStep step) {
        database.transaction(() -> {
            var millis = step.by().toMillis();
            var since = step.isBackward() ? step.now() : step.since();
            var wrong = database.with(handle -> handle.createQuery("select id, expires_at from person"
                            + " where expires_at is not null and removed_at is null"
                            + (step.isBackward() ? "" : " and expires_at <= :now")
                            + SINCE)
                    .bindMap(
                            step.isBackward()
                                    ? Map.of("since", Sql.utc(since))
                                    : Map.of("since", Sql.utc(since), "now", Sql.utc(step.now())))
                    .map((rows, _) -> new Expiry(
                            rows.getObject("id", UUID.class),
                            rows.getObject("expires_at", OffsetDateTime.class).toInstant()))
                    .list());
            wrong.forEach(expiry -> database.with(handle -> handle.execute(
                    "update person set expires_at = ?, version = version + 1 where id = ?",
                    Sql.utc(expiry.at().plusMillis(millis)),
                    expiry.person())));
            if (step.isBackward()) {
                bringBack(step.now());
            }
        });
    }

    private record Expiry(UUID person, Instant at) {}

    /// Nothing has happened in the future.
    private void bringBack(Instant now) {
        PAST.forEach((table, columns) -> columns.forEach(column -> database.with(handle -> handle.execute(
                "update %1$s set %2$s = ? where %2$s > ?".formatted(table, column), Sql.utc(now), Sql.utc(now)))));
    }
}
