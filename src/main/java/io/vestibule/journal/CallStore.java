package io.vestibule.journal;

import io.vestibule.store.Database;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/// Every call to the service, for what it costs. Ids and names of people never get here.
public final class CallStore {

    private final Database database;

    public CallStore(Database database) {
        this.database = database;
    }

    /// @param operation name of the operation as the service spells it
    /// @param billed whether the service's price list has it
    public void add(String operation, Instant at, boolean billed, boolean succeeded) {
        database.with(handle -> handle.createUpdate("insert into billed_call (id, operation, called_at, billed,"
                        + " succeeded) values (:id, :operation, :at, :billed, :succeeded)")
                .bind("id", UUID.randomUUID())
                .bind("operation", operation)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("billed", billed)
                .bind("succeeded", succeeded)
                .execute());
    }

    public long billedSince(Instant from) {
        return database.with(handle -> handle.createQuery(
                        "select count(*) from billed_call where called_at >= :from and billed and succeeded")
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one());
    }
}
