package io.vestibule.enrol.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.people.Person;
import io.vestibule.people.change.Undo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody is erased, and nobody is kept, because the clock of the computer is wrong.
class ClockJumpTest {

    private static final Duration TWO_YEARS = Duration.ofDays(730);

    @TempDir
    Path folder;

    private EnrolFixture fixture;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void startWithClockSet(Duration by) {
        fixture.restart(() -> fixture.clock.set(by));
    }

    private int housekeeping() {
        return fixture.enrol().housekeeping().run();
    }

    private void confirm() {
        var guard = fixture.application().storage().clockGuard();
        assertThat(new io.vestibule.clock.ClockFlow(
                                guard, fixture.application().storage().session())
                        .confirm(guard.state()))
                .isTrue();
    }

    private List<PersonId> visitors(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> fixture.save("Visitor " + number, List.of()))
                .toList();
    }

    private long hidden(List<PersonId> people) {
        return people.stream()
                .map(fixture::person)
                .map(Person::removed)
                .filter(java.util.Optional::isPresent)
                .count();
    }

    @Test
    void aStartTwoYearsAheadErasesNobody() {
        var people = visitors(12);
        startWithClockSet(TWO_YEARS);
        assertThat(housekeeping()).isZero();
        fixture.work();
        assertThat(people).noneMatch(fixture::isGone);
        assertThat(hidden(people)).isZero();
        startWithClockSet(TWO_YEARS.negated());
        assertThat(housekeeping()).isZero();
        assertThat(hidden(people)).isZero();
        assertThat(fixture.application().storage().clock().isTrusted()).isTrue();
    }

    @Test
    void whoWasRemovedWhileTheClockWasAheadIsErasedWhenItIsRightAgain() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        startWithClockSet(TWO_YEARS);
        fixture.enrol().commands().remove(ana);
        startWithClockSet(TWO_YEARS.negated());
        fixture.passUndoWindow();
        assertThat(fixture.isGone(ana)).isTrue();
        assertThat(fixture.usersAtService()).isEmpty();
    }

    @Test
    void whoWasRemovedUnderAWrongDateThatWasConfirmedIsErasedWhenItIsRightAgain() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        startWithClockSet(TWO_YEARS);
        confirm();
        fixture.enrol().commands().remove(ana);
        startWithClockSet(TWO_YEARS.negated());
        confirm();
        fixture.passUndoWindow();
        assertThat(fixture.isGone(ana)).isTrue();
        assertThat(fixture.usersAtService()).isEmpty();
    }

    @Test
    void anUndoWindowPassesByRealTime() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var undo = fixture.enrol().commands().remove(ana);
        fixture.clock.set(Duration.ofHours(5));
        fixture.application().storage().clockGuard().check();
        fixture.work();
        assertThat(undo.undo()).isTrue();
        assertThat(fixture.person(ana).removed()).isEmpty();
    }

    @Test
    void anUndoWindowEndsAlsoWhenTheClockIsSetBack() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        fixture.enrol().commands().remove(ana);
        fixture.clock.set(Duration.ofMinutes(-10));
        fixture.application().storage().clockGuard().check();
        fixture.passUndoWindow();
        assertThat(fixture.isGone(ana)).isTrue();
    }

    @Test
    void afterTwoWeeksSwitchedOffNobodyIsErasedBeforeSomebodyConfirmsTheDate() {
        var ana = fixture.save("Ana", List.of());
        fixture.restart(() -> fixture.clock.switchOff(Duration.ofDays(14)));
        assertThat(housekeeping()).isZero();
        confirm();
        assertThat(housekeeping()).isEqualTo(1);
        assertThat(fixture.person(ana).removed()).isPresent();
    }

    @Test
    void whoCameBeforeTheDateWasConfirmedKeepsTheirDays() {
        fixture.restart(() -> fixture.clock.switchOff(Duration.ofDays(14)));
        fixture.clock.pass(Duration.ofSeconds(20));
        var ana = fixture.save("Ana", List.of());
        confirm();
        assertThat(housekeeping()).isZero();
        assertThat(fixture.person(ana).removed()).isEmpty();
        fixture.pass(Duration.ofDays(7));
        assertThat(housekeeping()).isEqualTo(1);
    }

    @Test
    void whoCameUnderAWrongDateIsNotKeptForYears() {
        startWithClockSet(TWO_YEARS);
        confirm();
        var ana = fixture.save("Ana", List.of());
        startWithClockSet(TWO_YEARS.negated());
        confirm();
        assertThat(fixture.person(ana).expires())
                .contains(fixture.clock.instant().plus(Duration.ofDays(7)));
    }

    @Test
    void whoseTimeWasOverUnderAWrongDateThatWasConfirmedCanBeTakenBackForADayOnTheRightClock() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        startWithClockSet(TWO_YEARS);
        confirm();
        assertThat(housekeeping()).isEqualTo(1);
        startWithClockSet(TWO_YEARS.negated());
        confirm();
        fixture.pass(Duration.ofHours(23));
        assertThat(fixture.enrol().commands().undoable()).hasSize(1).allMatch(Undo::undo);
        fixture.work();
        assertThat(fixture.person(ana).removed()).isEmpty();
        assertThat(fixture.facesAtService(ana)).hasSize(3);
    }

    @Test
    void theConfirmationIsInTheAuditLog() {
        startWithClockSet(TWO_YEARS);
        confirm();
        assertThat(fixture.lastEntry().action()).isEqualTo("clock.confirmed");
        assertThat(fixture.lastEntry().operator()).contains(fixture.operator());
        assertThat(java.time.Instant.parse(fixture.lastEntry().subject()))
                .isCloseTo(fixture.clock.instant(), org.assertj.core.api.Assertions.within(Duration.ofSeconds(1)));
    }

    @Test
    void receptionCannotConfirm() {
        startWithClockSet(TWO_YEARS);
        fixture.signIn(io.vestibule.audit.Role.RECEPTION);
        var guard = fixture.application().storage().clockGuard();
        var flow = new io.vestibule.clock.ClockFlow(
                guard, fixture.application().storage().session());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> flow.confirm(guard.state()))
                .isInstanceOf(io.vestibule.audit.AuditException.class);
        assertThat(guard.state().trusted()).isFalse();
    }
}
