package io.vestibule.clock;

import io.vestibule.base.GuardedTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// A clock that continues by the time that has really passed, and follows the system clock only where both agree.
/// [ClockGuard] decides whether a jump of the system clock is followed.
///
/// Until [ClockGuard#begin] it shows the system clock, because the last time seen is in the database.
public final class GuardedClock extends Clock implements GuardedTime {

    /// Difference that adjustments of a time service explain; small against an undo window of ten seconds.
    static final Duration SLEW = Duration.ofSeconds(2);

    /// One moment by all clocks.
    ///
    /// @param expected the time by what has really passed since the last reading that was followed
    record Reading(Instant system, Instant expected, long nanos, Duration uptime) {

        /// How far the system clock is ahead; negative where it is behind.
        Duration ahead() {
            return Duration.between(expected, system);
        }

        boolean agrees() {
            return ahead().abs().compareTo(SLEW) <= 0;
        }
    }

    private record Anchor(Instant at, long nanos, Duration uptime, boolean trusted) {}

    private final Clock system;
    private final Uptime uptime;
    private volatile @Nullable Anchor anchor;

    public GuardedClock(Clock system, Uptime uptime) {
        this.system = system;
        this.uptime = uptime;
    }

    /// A clock whose every movement counts as time that has really passed; a guarded one stays as it is.
    public static GuardedClock following(Clock clock) {
        if (clock instanceof GuardedClock guarded) {
            return guarded;
        }
        return new GuardedClock(clock, new Uptime() {
            @Override
            public long nanoTime() {
                return sinceBoot().toNanos();
            }

            @Override
            public Duration sinceBoot() {
                return Duration.between(Instant.EPOCH, clock.instant());
            }

            @Override
            public String bootId() {
                return "following";
            }
        });
    }

    @Override
    public Instant instant() {
        var known = anchor;
        if (known == null) {
            return system.instant();
        }
        if (known.trusted()) {
            var now = system.instant();
            var expected = known.at().plusNanos(uptime.nanoTime() - known.nanos());
            if (Duration.between(expected, now).abs().compareTo(SLEW) <= 0) {
                return now;
            }
        }
        var reading = read();
        if (known.trusted() && reading.agrees()) {
            // The computer was asleep meanwhile.
            follow(reading, reading.system(), true);
            return reading.system();
        }
        return reading.expected();
    }

    /// The clock of the operating system, as signatures and server certificates are checked by it.
    public Clock system() {
        return system;
    }

    @Override
    public boolean isTrusted() {
        var known = anchor;
        return known == null || known.trusted();
    }

    String bootId() {
        return uptime.bootId();
    }

    Reading read() {
        var known = anchor;
        var now = system.instant();
        var nanos = uptime.nanoTime();
        var sinceBoot = uptime.sinceBoot();
        var expected = known == null ? now : known.at().plus(sinceBoot.minus(known.uptime()));
        return new Reading(now, expected, nanos, sinceBoot);
    }

    /// Continues from `at`, which is the time of that reading.
    void follow(Reading reading, Instant at, boolean trusted) {
        anchor = new Anchor(at, reading.nanos(), reading.uptime(), trusted);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /// @throws UnsupportedOperationException always: days are computed in the time zone of the company
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The guarded clock has no time zone but UTC");
    }
}
