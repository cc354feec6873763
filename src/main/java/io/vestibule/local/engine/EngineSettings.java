package io.vestibule.local.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/// Delays and limits of the engine that imitate the service. The defaults are for production: no delay and no
/// throttling. Tests set what they need.
///
/// @param updating how long a user is UPDATING after its faces changed; seconds in the service, up to a minute
/// @param visibility how long a newly indexed face is not found by searches; some 100 ms in the service
/// @param callsPerSecond rate limit in calls a second by operation name, for example `AssociateFaces`; no limit if
///     absent
/// @param clock the current time of the engine
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
