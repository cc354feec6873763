package io.vestibule.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.AuditEntry;
import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Session;
import io.vestibule.base.ClockStep;
import io.vestibule.fixture.MigratedDatabase;
import io.vestibule.fixture.MovableClock;
import io.vestibule.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which time the program goes by when the clock of the computer jumps.
class ClockGuardTest {

    private static final Duration TWO_YEARS = Duration.ofDays(730);

    @TempDir
    Path folder;

    private final MovableClock computer = new MovableClock();
    private final List<ClockStep> steps = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private Database database;
    private GuardedClock clock;
    private ClockGuard guard;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        clock = new GuardedClock(computer, computer);
        guard = new ClockGuard(
                database,
                clock,
                new AuditLog(database, new Session(), clock, new byte[32]),
                List.<ClockStep.Listener>of(steps::add));
        guard.begin();
        guard.onChange(() -> heard.add(guard.state().trusted() ? "trusted" : "not trusted"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void restart(Runnable meanwhile) {
        guard.save();
        database.close();
        meanwhile.run();
        open();
    }

    private List<String> actions() {
        return new AuditLog(database, new Session(), clock, new byte[32])
                .recent(10).reversed().stream().map(AuditEntry::action).toList();
    }

    private TimeSource server(String name, Instant time) {
        return new TimeSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<Instant> time() {
                return Optional.of(time);
            }
        };
    }

    @Test
    void aClockThatGoesOnIsFollowed() {
        computer.pass(Duration.ofDays(40));
        guard.check();
        assertThat(clock.instant()).isEqualTo(computer.instant());
        assertThat(guard.state().trusted()).isTrue();
        assertThat(steps).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void aClockThatIsSetTwoYearsAheadIsNotFollowed() {
        var before = clock.instant();
        computer.set(TWO_YEARS);
        computer.pass(Duration.ofSeconds(5));
        assertThat(clock.instant()).isEqualTo(before.plusSeconds(5));
        guard.check();
        assertThat(clock.instant()).isEqualTo(before.plusSeconds(5));
        assertThat(clock.isTrusted()).isFalse();
        assertThat(guard.state().ahead()).isEqualTo(TWO_YEARS);
        assertThat(heard).containsExactly("not trusted");
        assertThat(actions()).containsExactly("clock.distrusted");
    }

    @Test
    void aClockThatIsSetBackIsNotFollowed() {
        var before = clock.instant();
        computer.set(Duration.ofMinutes(-16));
        guard.check();
        assertThat(clock.instant()).isEqualTo(before);
        assertThat(clock.isTrusted()).isFalse();
        assertThat(guard.state().ahead()).isEqualTo(Duration.ofMinutes(-16));
    }

    @Test
    void aClockThatIsSetRightAgainIsTrustedByItself() {
        computer.set(TWO_YEARS);
        guard.check();
        computer.set(TWO_YEARS.negated());
        guard.check();
        assertThat(clock.isTrusted()).isTrue();
        assertThat(clock.instant()).isEqualTo(computer.instant());
        assertThat(actions()).containsExactly("clock.distrusted", "clock.settled");
        assertThat(steps).isEmpty();
    }

    @Test
    void aSmallStepIsFollowedAndWhatWaitsKeepsTheTimeItHasLeft() {
        var before = clock.instant();
        computer.set(Duration.ofHours(3));
        assertThat(clock.instant()).as("until the schedules are corrected").isEqualTo(before);
        guard.check();
        assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofHours(3)));
        assertThat(clock.isTrusted()).isTrue();
        assertThat(steps).containsExactly(new ClockStep(before, before.plus(Duration.ofHours(3)), before));
    }

    @Test
    void timeAsleepHasPassed() {
        var before = clock.instant();
        computer.sleep(Duration.ofDays(63));
        assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofDays(63)));
        guard.check();
        assertThat(clock.isTrusted()).isTrue();
        assertThat(steps).isEmpty();
    }

    @Test
    void twoWeeksOnALeftOnComputerHavePassed() {
        restart(() -> computer.pass(Duration.ofDays(14)));
        assertThat(clock.isTrusted()).isTrue();
        assertThat(clock.instant()).isEqualTo(computer.instant());
    }

    @Test
    void aStartTwoYearsAheadIsNotFollowed() {
        var before = computer.instant();
        restart(() -> computer.set(TWO_YEARS));
        assertThat(clock.isTrusted()).isFalse();
        assertThat(clock.instant()).isEqualTo(before);
    }

    @Test
    void aStartAfterTheBatteryOfTheClockWasEmptyIsNotFollowed() {
        var before = computer.instant();
        restart(() -> {
            computer.switchOff(Duration.ofHours(12));
            computer.set(Duration.ofDays(-5_000));
        });
        assertThat(clock.isTrusted()).isFalse();
        assertThat(clock.instant()).isBetween(before, before.plusSeconds(60));
    }

    @Test
    void anotherComputerIsNotTakenForOneThatHasPassedTheTimeSinceItsStart() {
        restart(() -> {
            computer.switchOff(Duration.ofMinutes(2));
            computer.pass(Duration.ofDays(9));
            computer.set(Duration.ofDays(-9));
        });
        assertThat(clock.isTrusted()).isTrue();
        assertThat(clock.instant()).isEqualTo(computer.instant());
    }

    @Test
    void aLongWeekendSwitchedOffIsNotAskedAbout() {
        restart(() -> computer.switchOff(Duration.ofDays(4)));
        assertThat(clock.isTrusted()).isTrue();
        assertThat(clock.instant()).isEqualTo(computer.instant());
        assertThat(steps).as("the time has passed").isEmpty();
    }

    @Test
    void twoWeeksSwitchedOffAreConfirmedByAServer() {
        restart(() -> computer.switchOff(Duration.ofDays(14)));
        assertThat(clock.isTrusted()).isFalse();
        guard.ask(List.of(server("vms", computer.instant().plusSeconds(40))));
        assertThat(clock.isTrusted()).isTrue();
        assertThat(clock.instant()).isEqualTo(computer.instant());
        assertThat(actions()).containsExactly("clock.distrusted", "clock.confirmed-by-vms");
        assertThat(steps).hasSize(1);
    }

    @Test
    void aServerWithAnotherDateConfirmsNothing() {
        restart(() -> computer.set(TWO_YEARS));
        var theirs = computer.instant().minus(TWO_YEARS);
        guard.ask(List.of(server("ntp", theirs)));
        assertThat(clock.isTrusted()).isFalse();
        assertThat(guard.state().contradiction()).contains(new ClockState.Contradiction("ntp", theirs));
    }

    @Test
    void aServerThatFailsIsPassedOver() {
        restart(() -> computer.switchOff(Duration.ofDays(14)));
        var failing = new TimeSource() {
            @Override
            public String name() {
                return "aws";
            }

            @Override
            public Optional<Instant> time() {
                throw new IllegalStateException("no network");
            }
        };
        guard.ask(List.of(failing, server("ntp", computer.instant())));
        assertThat(clock.isTrusted()).isTrue();
    }

    @Test
    void anAnswerToAQuestionThatHasChangedConfirmsNothing() {
        computer.set(TWO_YEARS);
        guard.check();
        var seen = guard.state();
        computer.set(TWO_YEARS);
        assertThat(guard.confirm(seen.ahead(), "clock.confirmed")).isFalse();
        assertThat(guard.confirm(guard.state().ahead(), "clock.confirmed")).isTrue();
        assertThat(clock.instant()).isEqualTo(computer.instant());
    }

    @Test
    void anOpenQuestionIsStillOpenAfterAnotherStart() {
        var before = computer.instant();
        restart(() -> computer.set(TWO_YEARS));
        restart(() -> computer.switchOff(Duration.ofDays(1)));
        assertThat(clock.isTrusted()).isFalse();
        assertThat(clock.instant()).isBetween(before, before.plusSeconds(60));
        assertThat(actions()).containsExactly("clock.distrusted");
    }

    @Test
    void afterAWrongYesTheRightDateIsAQuestionAgain() {
        computer.set(TWO_YEARS);
        guard.check();
        guard.confirm(guard.state().ahead(), "clock.confirmed");
        computer.set(TWO_YEARS.negated());
        guard.check();
        assertThat(clock.isTrusted()).isFalse();
        guard.confirm(guard.state().ahead(), "clock.confirmed");
        assertThat(clock.instant()).isEqualTo(computer.instant());
        assertThat(steps).hasSize(2);
        assertThat(steps.getLast().isBackward()).isTrue();
    }

    @Test
    void theLastTimeIsKeptAlsoWithoutAClose() {
        computer.pass(Duration.ofMinutes(10));
        guard.check();
        database.close();
        computer.switchOff(Duration.ofHours(-1));
        open();
        assertThat(clock.isTrusted()).isFalse();
    }
}
