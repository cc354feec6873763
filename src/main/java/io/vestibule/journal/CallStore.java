package io.vestibule.journal;

import io.vestibule.base.OrderedUuid;
import io.vestibule.store.Database;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// Records every call to the service, for its cost. Contains no ids or names of people.
public final class CallStore {

    private final Database database;

    public CallStore(Database database) {
        this.database = database;
    }

    /// @param operation name of the operation in the service's spelling
    /// @param billed whether it is in the service's price list
    public void add(String operation, Instant at, boolean billed, boolean succeeded) {
        database.with(handle -> handle.createUpdate("insert into billed_call (id, operation, called_at, billed,"
                        + " succeeded) values (:id, :operation, :at, :billed, :succeeded)")
                .bind("id", OrderedUuid.next())
                .bind("operation", operation)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("billed", billed)
                .bind("succeeded", succeeded)
                .execute());
    }

    public long countBilledSince(Instant from) {
        return database.with(handle -> handle.createQuery(
                        "select count(*) from billed_call where called_at >= :from and billed and succeeded")
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one());
    }

    /// Calls by operation from `from` (inclusive) to `to` (exclusive); the most frequent first.
    public List<CallCount> counts(Instant from, Instant to) {
        return database.with(handle -> handle.createQuery("select operation,"
                        + " sum(case when billed and succeeded then 1 else 0 end) as charged,"
                        + " sum(case when succeeded then 1 else 0 end) as succeeded,"
                        + " sum(case when succeeded then 0 else 1 end) as failed"
                        + " from billed_call where called_at >= :from and called_at < :to"
                        + " group by operation order by count(*) desc, operation")
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .bind("to", to.atOffset(ZoneOffset.UTC))
                .map((rows, _) -> new CallCount(
                        rows.getString("operation"),
                        rows.getLong("charged"),
                        rows.getLong("succeeded"),
                        rows.getLong("failed")))
                .list());
    }

    /// Counts of the calendar month of `now` in UTC, as AWS bills it.
    public List<CallCount> monthCounts(Instant now) {
        var first = now.atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfMonth(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        return counts(first, first.atOffset(ZoneOffset.UTC).plusMonths(1).toInstant());
    }
}
