package io.vestibule.local.wire;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/// Injects faults for tests. All are off at first; the running program has no access to them.
///
/// How long a user is UPDATING, when a face becomes visible and the rate limits are settings of the engine itself.
public final class RekognitionFaultInjector {

    private final Map<String, Queue<RekognitionFault>> next = new ConcurrentHashMap<>();
    private volatile Optional<RekognitionFault> always = Optional.empty();
    private volatile Duration skew = Duration.ZERO;

    /// The next correctly signed calls of one operation fail with this fault, in the order of the calls of this
    /// method.
    ///
    /// @param operation name of the operation in the service's spelling
    public void failNext(String operation, int times, RekognitionFault rekognitionFault) {
        var faults = next.computeIfAbsent(operation, _ -> new ArrayDeque<>());
        synchronized (faults) {
            for (int i = 0; i < times; i++) {
                faults.add(rekognitionFault);
            }
        }
    }

    /// Every call without a fault of its own fails with this one.
    public void failAlways(RekognitionFault rekognitionFault) {
        always = Optional.of(rekognitionFault);
    }

    /// Clears all faults, also those of the next calls.
    public void clear() {
        next.clear();
        always = Optional.empty();
    }

    /// Shifts the service's clock; negative means slow.
    public void skew(Duration time) {
        skew = time;
    }

    Duration skew() {
        return skew;
    }

    Optional<RekognitionFault> poll(String operation) {
        var faults = next.get(operation);
        if (faults == null) {
            return always;
        }
        synchronized (faults) {
            var rekognitionFault = faults.poll();
            return rekognitionFault == null ? always : Optional.of(rekognitionFault);
        }
    }
}
