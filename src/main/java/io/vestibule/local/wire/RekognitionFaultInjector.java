package io.vestibule.local.wire;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/// The switches by which a test makes the wire bad. All are off at first; in the running program nobody has
/// them.
///
/// How long a user is UPDATING, when a face becomes visible and the calls a second are settings of the engine
/// itself.
public final class RekognitionFaultInjector {

    private final Map<String, Queue<RekognitionFault>> next = new ConcurrentHashMap<>();
    private volatile Optional<RekognitionFault> always = Optional.empty();
    private volatile Duration skew = Duration.ZERO;

    /// The next calls of one operation that carry a good signature meet the fault, in the order of these
    /// requests.
    ///
    /// @param operation as the service spells it
    public void failNext(String operation, int times, RekognitionFault rekognitionFault) {
        var faults = next.computeIfAbsent(operation, _ -> new ArrayDeque<>());
        synchronized (faults) {
            for (int i = 0; i < times; i++) {
                faults.add(rekognitionFault);
            }
        }
    }

    /// Every call that has no fault of its own meets this one.
    public void failAlways(RekognitionFault rekognitionFault) {
        always = Optional.of(rekognitionFault);
    }

    /// No call meets that fault any more.
    public void clear() {
        always = Optional.empty();
    }

    /// The service's clock goes wrong by that much; negative is slow.
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
