package io.vestibule.local.engine.store;

import io.vestibule.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Store of responses that are returned again when a call is repeated with the same token.
public final class IdempotencyStore {

    /// The service documents no lifetime; a day is longer than any caller retries.
    private static final Duration KEPT = Duration.ofHours(24);

    private final Database database;

    IdempotencyStore(Database database) {
        this.database = database;
    }

    /// @param request fingerprint of the request without its token
    /// @param answer the response as JSON
    public record StoredResponse(String request, String answer) {}

    public Optional<StoredResponse> find(String operation, String token, Instant now) {
        return database.with(handle -> handle.createQuery(
                        "select request, answer from replay where operation = ? and token = ? and answered_at > ?")
                .bind(0, operation)
                .bind(1, token)
                .bind(2, now.minus(KEPT).toEpochMilli())
                .map((result, _) -> new StoredResponse(result.getString("request"), result.getString("answer")))
                .findOne());
    }

    public void save(String operation, String token, StoredResponse storedResponse, Instant now) {
        database.with(handle -> {
            handle.execute(
                    "delete from replay where answered_at <= ?", now.minus(KEPT).toEpochMilli());
            return handle.execute(
                    "insert into replay (operation, token, request, answer, answered_at) values (?, ?, ?, ?, ?)",
                    operation,
                    token,
                    storedResponse.request(),
                    storedResponse.answer(),
                    now.toEpochMilli());
        });
    }
}
