package io.vestibule.local.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/// How the engine behaves where the service it stands for takes its time or sets limits. The defaults suit a desk:
/// nothing waits and nothing is throttled. Tests set what they want to see.
///
/// @param updating how long a user is UPDATING after its faces changed; the service takes seconds, up to a minute
/// @param visibility how long a face that was just indexed cannot be found yet; some 100 ms in the service
/// @param callsPerSecond most calls a second by operation name, for example `AssociateFaces`; no limit if absent
/// @param clock what the engine takes for the present
public record EngineSettings(
        Duration updating, Duration visibility, Map<String, Integer> callsPerSecond, InstantSource clock) {

    public static final EngineSettings DEFAULT =
            new EngineSettings(Duration.ZERO, Duration.ZERO, Map.of(), InstantSource.system());

    public EngineSettings {
        if (updating.isNegative() || visibility.isNegative()) {
            throw new IllegalArgumentException("Times are not negative");
        }
        callsPerSecond = Map.copyOf(callsPerSecond);
    }

    public EngineSettings withUpdating(Duration time) {
        return new EngineSettings(time, visibility, callsPerSecond, clock);
    }

    public EngineSettings withVisibility(Duration time) {
        return new EngineSettings(updating, time, callsPerSecond, clock);
    }

    public EngineSettings withCallsPerSecond(Map<String, Integer> limits) {
        return new EngineSettings(updating, visibility, limits, clock);
    }

    public EngineSettings withClock(InstantSource source) {
        return new EngineSettings(updating, visibility, callsPerSecond, source);
    }
}
