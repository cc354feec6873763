package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.AuditException;
import io.vestibule.audit.Role;
import io.vestibule.clock.ClockFlow;
import io.vestibule.local.vms.VmsFault;
import io.vestibule.rules.RuleException;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.RuleKeys;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.SendFlow.SendResult;
import io.vestibule.rules.holiday.Holiday;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.rules.week.Preset;
import io.vestibule.rules.week.Week;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RemoteRuleId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Dates on which rules are silenced or widened. The clock starts on a Friday at noon.
class RulesHolidayTest extends RulesFixture {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 20);
    private static final Week OFFICE = Preset.OFFICE_HOURS.week();
    private static final Week SILENT = OFFICE.with(DayOfWeek.FRIDAY, DayOfWeek.FRIDAY, 0, Week.QUARTERS, false);
    private static final Week WIDE = OFFICE.with(DayOfWeek.FRIDAY, DayOfWeek.FRIDAY, 0, Week.QUARTERS, true);

    @BeforeEach
    void here() {
        application.storage().settings().set(RuleKeys.ZONE, "Europe/Berlin");
    }

    @Test
    void aHolidayIsSentOnTheDayAndRevertedWhenItIsOver() {
        RuleRecord rule = sent("Guests");
        put(FRIDAY.plusDays(3), DayEffect.SILENCED, Optional.empty());
        rules.drift().reconcile();
        assertThat(there(rule)).isEqualTo(OFFICE);

        put(FRIDAY, DayEffect.SILENCED, Optional.empty());
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
        assertThat(there(rule)).isEqualTo(SILENT);
        assertThat(entry(rule).local().orElseThrow().draft().timetable().week()).isEqualTo(OFFICE);

        clock.move(Duration.ofHours(11));
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
        assertThat(there(rule)).isEqualTo(OFFICE);
        assertThat(entry(rule).findings()).isEmpty();
    }

    @Test
    void noHolidayBeginsOrEndsWhileTheDateIsNotTrusted() {
        RuleRecord rule = sent("Guests");
        put(FRIDAY, DayEffect.SILENCED, Optional.empty());
        rules.drift().reconcile();
        clock.setWrong(Duration.ofDays(730));
        application.storage().clockGuard().check();
        assertThat(application.storage().clock().isTrusted()).isFalse();

        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
        assertThat(there(rule)).isEqualTo(SILENT);
        clock.move(Duration.ofDays(1));
        assertThat(entry(rule).findings()).isEmpty();
        assertThat(there(rule)).isEqualTo(SILENT);
        assertThat(rules.send().send(rule.id())).isInstanceOf(SendResult.Done.class);
        assertThat(there(rule)).isEqualTo(SILENT);

        clock.setWrong(Duration.ZERO);
        application.storage().clockGuard().check();
        rules.drift().reconcile();
        assertThat(there(rule)).isEqualTo(OFFICE);
    }

    @Test
    void aDeletedRuleIsNotKeptAtTheVmsForYearsByAWrongDateThatWasConfirmed() {
        RuleRecord rule = sent("Guests");
        RemoteRuleId number = number(rule);
        var guard = application.storage().clockGuard();
        var flow = new ClockFlow(guard, application.storage().session());
        clock.setWrong(Duration.ofDays(730));
        guard.check();
        assertThat(flow.confirm(guard.state())).isTrue();
        rules.flow().delete(rule.id());
        clock.setWrong(Duration.ZERO);
        guard.check();
        assertThat(flow.confirm(guard.state())).isTrue();
        clock.move(Duration.ofSeconds(11));
        rules.drift().reconcile();
        assertThat(rules.drift().lastSnapshot().orElseThrow().rules())
                .extracting(AlertRule::id)
                .doesNotContain(number);
    }

    /// The company's time zone decides when a day begins: at 23:30 in Berlin it is still the 20th, at 00:30 no
    /// longer.
    @Test
    void theDayIsThatOfTheCompany() {
        RuleRecord rule = sent("Guests");
        put(FRIDAY, DayEffect.WIDENED, Optional.empty());
        application.storage().settings().set(RuleKeys.ZONE, "Pacific/Auckland");

        rules.drift().reconcile();

        assertThat(there(rule)).isEqualTo(OFFICE);
    }

    @Test
    void aHolidayIsForTheRulesThatWereChosenAndARangeGoesDayByDay() {
        RuleRecord chosen = sent("Chosen");
        RuleRecord other = sent("Other");
        rules.holidays()
                .save(new Holiday(
                        UUID.randomUUID(),
                        rules.holidays().company(),
                        "Long weekend",
                        FRIDAY,
                        FRIDAY.plusDays(1),
                        DayEffect.WIDENED,
                        Optional.of(Set.of(chosen.id()))));

        rules.drift().reconcile();
        assertThat(there(chosen)).isEqualTo(WIDE);
        assertThat(there(other)).isEqualTo(OFFICE);

        clock.move(Duration.ofDays(1));
        rules.drift().reconcile();
        assertThat(there(chosen))
                .isEqualTo(OFFICE.with(DayOfWeek.SATURDAY, DayOfWeek.SATURDAY, 0, Week.QUARTERS, true));
    }

    @Test
    void whereTwoEntriesDisagreeTheRuleIsArmed() {
        RuleRecord rule = sent("Guests");
        put(FRIDAY, DayEffect.WIDENED, Optional.empty());
        put(FRIDAY, DayEffect.SILENCED, Optional.empty());

        rules.drift().reconcile();

        assertThat(there(rule)).isEqualTo(WIDE);
    }

    @Test
    void aRuleSentOnTheDayIsSentWithItAndShownSoBefore() {
        put(FRIDAY, DayEffect.SILENCED, Optional.empty());
        RuleRecord rule = sent("Guests");

        assertThat(there(rule)).isEqualTo(SILENT);
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
        assertThat(rules.send().send(rule.id())).isInstanceOf(SendResult.Done.class);
        assertThat(there(rule)).isEqualTo(SILENT);
    }

    @Test
    void anUnreachableVmsGetsTheChangeWhenItIsBack() {
        RuleRecord rule = sent("Guests");
        put(FRIDAY, DayEffect.SILENCED, Optional.empty());
        application.vms().embedded().faults().failNext("GET", VmsFault.ILL, false);

        assertThat(entry(rule).findings()).extracting(found -> found.code()).containsExactly("rules.calendar-waits");

        assertThat(entry(rule).findings()).isEmpty();
        assertThat(there(rule)).isEqualTo(SILENT);
    }

    @ParameterizedTest
    @EnumSource(
            value = VmsFault.class,
            names = {"SLOW", "MOVING", "FOREIGN_PAGE"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyFaultEndsInTheMeantSchedule(VmsFault vmsFault) {
        RuleRecord rule = sent("Guests");
        put(FRIDAY, DayEffect.SILENCED, Optional.empty());
        for (boolean done : java.util.List.of(true, false)) {
            application.vms().embedded().faults().failNext("PUT", vmsFault, done);
            rules.drift().reconcile();
            assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
            assertThat(there(rule)).isEqualTo(SILENT);

            rules.holidays().all().all().forEach(holiday -> rules.holidays().remove(holiday.id()));
            application.vms().embedded().faults().failNext("PUT", vmsFault, done);
            rules.drift().reconcile();
            assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
            assertThat(there(rule)).isEqualTo(OFFICE);
            put(FRIDAY, DayEffect.SILENCED, Optional.empty());
        }
    }

    /// Desired content, last sent content and that of the VMS may all differ; only a fourth value means that
    /// somebody else changed the rule.
    @Test
    void theProgramMayEndBetweenTheVmsAndOurRecord() {
        RuleRecord rule = sent("Guests");
        put(FRIDAY, DayEffect.SILENCED, Optional.empty());
        AlertRule there = vms().rule(number(rule));
        vms().update(there, there.content().withSchedule(SILENT.toSchedule()));

        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
        assertThat(there(rule)).isEqualTo(SILENT);

        application.close();
        clock.move(Duration.ofDays(3));
        open();
        AlertRule again = vms().rule(number(rule));
        vms().update(again, again.content().withSchedule(OFFICE.toSchedule()));
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
        assertThat(there(rule)).isEqualTo(OFFICE);
    }

    @Test
    void aFourthValueIsDriftAndIsNotOverwritten() {
        RuleRecord rule = sent("Guests");
        put(FRIDAY, DayEffect.SILENCED, Optional.empty());
        AlertRule there = vms().rule(number(rule));
        vms().update(there, there.content().withSchedule(Week.ALWAYS.toSchedule()));

        assertThat(entry(rule).state()).isEqualTo(RuleState.CHANGED_THERE);
        assertThat(there(rule)).isEqualTo(Week.ALWAYS);
    }

    @Test
    void anExternalChangeOfTheWeekIsAcceptedWithoutTheHoliday() {
        put(FRIDAY, DayEffect.SILENCED, Optional.empty());
        RuleRecord rule = sent("Guests");
        AlertRule there = vms().rule(number(rule));
        vms().update(there, there.content().withName("Theirs"));

        rules.send().acceptRemote(rule.id(), vms().rule(number(rule)));

        assertThat(entry(rule).local().orElseThrow().draft().timetable().week()).isEqualTo(OFFICE);
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
        clock.move(Duration.ofDays(1));
        rules.drift().reconcile();
        assertThat(there(rule)).isEqualTo(OFFICE);
    }

    @Test
    void operatorsReadTheCalendarAndInvalidDaysAreRejected() {
        put(FRIDAY, DayEffect.SILENCED, Optional.empty());
        assertThatThrownBy(() -> rules.holidays()
                        .save(new Holiday(
                                UUID.randomUUID(),
                                rules.holidays().company(),
                                "Backwards",
                                FRIDAY,
                                FRIDAY.minusDays(1),
                                DayEffect.SILENCED,
                                Optional.empty())))
                .isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> put(FRIDAY, DayEffect.SILENCED, Optional.of(Set.of())))
                .isInstanceOf(RuleException.class);
        application
                .storage()
                .operators()
                .signIn(application
                        .storage()
                        .operators()
                        .add("Robin", Role.RECEPTION)
                        .id());

        assertThat(rules.holidays().all().all()).hasSize(1);
        assertThatThrownBy(() -> put(FRIDAY, DayEffect.WIDENED, Optional.empty()))
                .isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> rules.holidays()
                        .remove(rules.holidays().all().all().getFirst().id()))
                .isInstanceOf(AuditException.class);
    }

    private void put(LocalDate day, DayEffect effect, Optional<Set<RuleId>> chosen) {
        rules.holidays()
                .save(new Holiday(UUID.randomUUID(), rules.holidays().company(), "Holiday", day, day, effect, chosen));
    }

    private Week there(RuleRecord rule) {
        return Week.fromSchedule(vms().rule(number(rule)).content().schedule()).week();
    }

    private RemoteRuleId number(RuleRecord rule) {
        return rules.rules()
                .store()
                .find(rule.id())
                .flatMap(RuleRecord::sent)
                .orElseThrow()
                .rule()
                .id();
    }
}
