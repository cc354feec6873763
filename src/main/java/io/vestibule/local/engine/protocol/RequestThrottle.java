package io.vestibule.local.engine.protocol;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Rate limit: rejects calls of an operation beyond its limit in any one second.
public final class RequestThrottle {

    private final Map<String, Integer> limits;
    private final InstantSource clock;
    private final Map<String, Deque<Instant>> recent = new ConcurrentHashMap<>();

    public RequestThrottle(Map<String, Integer> limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    public void acquireOrThrow(String operation) {
        var limit = limits.get(operation);
        if (limit == null) {
            return;
        }
        var calls = recent.computeIfAbsent(operation, _ -> new ArrayDeque<>());
        synchronized (calls) {
            var now = clock.instant();
            while (!calls.isEmpty() && !calls.getFirst().plusSeconds(1).isAfter(now)) {
                calls.removeFirst();
            }
            if (calls.size() >= limit) {
                throw RekognitionErrors.throttled();
            }
            calls.addLast(now);
        }
    }
}
