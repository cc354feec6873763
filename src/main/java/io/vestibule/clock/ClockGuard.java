package io.vestibule.clock;

import io.vestibule.audit.AuditLog;
import io.vestibule.base.ClockStep;
import io.vestibule.clock.GuardedClock.Reading;
import io.vestibule.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides whether the guarded clock follows the system clock, and remembers the last time over restarts. Blocks for
/// the database; thread-safe.
public final class ClockGuard {

    private static final Logger LOG = LoggerFactory.getLogger(ClockGuard.class);

    /// A system clock that is further behind is not trusted. Also how exactly a server has to confirm: signatures of
    /// AWS tolerate as much.
    public static final Duration BEHIND = Duration.ofMinutes(15);

    /// A system clock that is further ahead of the time that has passed is not trusted.
    public static final Duration AHEAD = Duration.ofDays(1);

    /// The same after the computer was switched off, when nobody knows how much time has passed: a long weekend is
    /// usual, more is confirmed.
    public static final Duration AHEAD_AFTER_OFF = Duration.ofDays(4);

    /// How often the last time seen is written.
    private static final Duration SAVE_EVERY = Duration.ofMinutes(10);

    private final Database database;
    private final GuardedClock clock;
    private final AuditLog log;
    private final List<ClockStep.Listener> schedules;
    private final ClockStore store;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private Instant saved = Instant.MIN;
    private Optional<Instant> distrusted = Optional.empty();
    private volatile Optional<ClockState.Contradiction> contradiction = Optional.empty();

    /// @param schedules the stores that hold due times and dates that this program computed
    public ClockGuard(Database database, GuardedClock clock, AuditLog log, List<ClockStep.Listener> schedules) {
        this.database = database;
        this.clock = clock;
        this.log = log;
        this.schedules = List.copyOf(schedules);
        this.store = new ClockStore(database);
    }

    /// Continues from the last time that an earlier run has seen. Call before anything is scheduled.
    public void begin() {
        locked(() -> {
            var last = store.find();
            var reading = clock.read();
            if (last.isEmpty()) {
                clock.follow(reading, reading.system(), true);
            } else {
                resume(last.get(), reading);
            }
        });
    }

    private void resume(ClockStore.LastSeen last, Reading reading) {
        boolean sameBoot = !last.bootId().isEmpty()
                && last.bootId().equals(clock.bootId())
                && reading.uptime().compareTo(last.uptime()) >= 0;
        // The time since another boot says nothing: it may be that of another computer.
        var passed = sameBoot ? reading.uptime().minus(last.uptime()) : Duration.ZERO;
        distrusted = last.distrusted();
        var expected = last.seen().plus(passed);
        clock.follow(reading, expected, distrusted.isEmpty());
        var seen = new Reading(reading.system(), expected, reading.nanos(), reading.uptime());
        // Where nobody knows how much time has passed, what waited has waited.
        boolean knownPassed = sameBoot || seen.system().isBefore(expected);
        if (!isPlausible(seen, sameBoot ? AHEAD : AHEAD_AFTER_OFF)) {
            distrust(seen);
        } else if (distrusted.isPresent()) {
            settle(seen, Optional.of("clock.settled"), knownPassed);
        } else if (knownPassed && !seen.agrees()) {
            settle(seen, Optional.empty(), true);
        } else {
            clock.follow(seen, seen.system(), true);
        }
    }

    private static boolean isPlausible(Reading reading, Duration mostAhead) {
        return reading.ahead().compareTo(mostAhead) <= 0
                && reading.ahead().negated().compareTo(BEHIND) <= 0;
    }

    /// Compares the clocks. Call it every minute or so.
    public void check() {
        if (locked(this::compare)) {
            listeners.forEach(Runnable::run);
        }
    }

    /// @return whether the clock began or ceased to be trusted
    private boolean compare() {
        var reading = clock.read();
        boolean before = clock.isTrusted();
        if (before && reading.agrees()) {
            clock.follow(reading, reading.system(), true);
        } else if (isPlausible(reading, AHEAD)) {
            settle(reading, before ? Optional.empty() : Optional.of("clock.settled"), true);
        } else if (before) {
            distrust(reading);
        }
        if (Duration.between(saved, clock.instant()).abs().compareTo(SAVE_EVERY) >= 0) {
            save(clock.read());
        }
        return before != clock.isTrusted();
    }

    private void distrust(Reading reading) {
        LOG.warn(
                "The system clock is at {} where {} was expected, and is not trusted",
                reading.system(),
                reading.expected());
        var since = distrusted.orElse(reading.expected());
        database.transaction(() -> {
            if (distrusted.isEmpty()) {
                log.append("clock.distrusted", time(reading.system()));
            }
            store.save(
                    new ClockStore.LastSeen(reading.expected(), clock.bootId(), reading.uptime(), Optional.of(since)));
        });
        distrusted = Optional.of(since);
        clock.follow(reading, reading.expected(), false);
    }

    /// Follows the system clock.
    ///
    /// @param step whether everything that waits keeps the time it has left
    private void settle(Reading reading, Optional<String> action, boolean step) {
        var now = reading.system();
        database.transaction(() -> {
            if (step && !reading.agrees()) {
                var clockStep = new ClockStep(reading.expected(), now, distrusted.orElse(reading.expected()));
                schedules.forEach(schedule -> schedule.stepped(clockStep));
            }
            action.ifPresent(code -> log.append(code, time(now)));
            store.save(new ClockStore.LastSeen(now, clock.bootId(), reading.uptime(), Optional.empty()));
        });
        saved = now;
        distrusted = Optional.empty();
        contradiction = Optional.empty();
        clock.follow(reading, now, true);
    }

    /// Asks servers, in this order, until one confirms the system clock. Does nothing while it is trusted. Blocks for
    /// the network.
    public void ask(List<TimeSource> servers) {
        for (var server : servers) {
            if (clock.isTrusted()) {
                return;
            }
            var time = time(server);
            if (time.isEmpty()) {
                continue;
            }
            var off = Duration.between(clock.system().instant(), time.get()).abs();
            if (off.compareTo(BEHIND) <= 0) {
                confirm(state().ahead(), "clock.confirmed-by-" + server.name());
                return;
            }
            contradiction = Optional.of(new ClockState.Contradiction(server.name(), time.get()));
            listeners.forEach(Runnable::run);
        }
    }

    private static Optional<Instant> time(TimeSource server) {
        try {
            return server.time();
        } catch (RuntimeException e) {
            LOG.info(
                    "The clock of {} was not read: {}",
                    server.name(),
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /// Follows the system clock since it was confirmed. Does nothing if it is trusted already, or is no longer as far
    /// ahead as when it was confirmed.
    ///
    /// @param action for the audit log
    /// @return whether it is trusted now
    boolean confirm(Duration ahead, String action) {
        boolean confirmed = locked(() -> {
            var reading = clock.read();
            boolean same = reading.ahead().minus(ahead).abs().compareTo(BEHIND) <= 0;
            if (!clock.isTrusted() && same) {
                settle(reading, Optional.of(action), true);
                return true;
            }
            return false;
        });
        if (confirmed) {
            listeners.forEach(Runnable::run);
        }
        return clock.isTrusted();
    }

    public ClockState state() {
        var trusted = clock.isTrusted();
        var reading = clock.read();
        return new ClockState(trusted, reading.expected(), trusted ? Duration.ZERO : reading.ahead(), contradiction);
    }

    /// Registers a listener of every change of [#state], called on the thread that changed it.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// Writes the last time seen, as before the database is closed.
    public void save() {
        locked(() -> save(clock.read()));
    }

    private void save(Reading reading) {
        var now = clock.instant();
        store.save(new ClockStore.LastSeen(now, clock.bootId(), reading.uptime(), distrusted));
        saved = now;
    }

    private void locked(Runnable work) {
        locked(() -> {
            work.run();
            return true;
        });
    }

    private boolean locked(BooleanSupplier work) {
        lock.lock();
        try {
            return work.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
