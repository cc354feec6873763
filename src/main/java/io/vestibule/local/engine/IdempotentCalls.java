package io.vestibule.local.engine;

import io.vestibule.base.Sha256;
import io.vestibule.local.engine.protocol.RekognitionErrors;
import io.vestibule.local.engine.protocol.ShapeJson;
import io.vestibule.local.engine.store.IdempotencyStore;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.rekognition.model.RekognitionRequest;

/// Makes calls with a client token idempotent: a repeated call gets the stored response of the first one. Runs inside
/// the transaction of the change, so the response is on disk if and only if the change is.
final class IdempotentCalls {

    private final IdempotencyStore store;
    private final InstantSource clock;

    IdempotentCalls(IdempotencyStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// @param token null if the caller sent none
    /// @param blank creates the builder into which a stored response is read
    /// @param built builds the response from that builder
    <B extends SdkPojo, R extends SdkPojo> R runOnce(
            RekognitionRequest request,
            @Nullable String token,
            Supplier<B> blank,
            Function<B, R> built,
            Supplier<R> work) {
        if (token == null) {
            return work.get();
        }
        var operation = RequestDispatcher.operationName(request.getClass());
        var fingerprint = fingerprint(request);
        var stored = store.find(operation, token, clock.instant());
        if (stored.isPresent()) {
            if (!stored.get().request().equals(fingerprint)) {
                throw RekognitionErrors.tokenReused(token);
            }
            var builder = blank.get();
            ShapeJson.read(stored.get().answer(), builder);
            return built.apply(builder);
        }
        var answer = work.get();
        store.save(
                operation,
                token,
                new IdempotencyStore.StoredResponse(fingerprint, ShapeJson.write(answer, Set.of())),
                clock.instant());
        return answer;
    }

    private static String fingerprint(RekognitionRequest request) {
        return Sha256.hex(ShapeJson.write(request, Set.of("ClientRequestToken")));
    }
}
