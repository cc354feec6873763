package io.vestibule.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.app.wiring.RulesFixture;
import io.vestibule.local.vms.VmsFault;
import io.vestibule.people.PersonKind;
import io.vestibule.rules.SendFlow.SendResult;
import io.vestibule.rules.holiday.Holiday;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.Week;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.rules.who.PeopleQuery;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.WeekSchedule;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PauseFlowTest extends RulesFixture {

    private static final WeekSchedule EMPTY = Week.NEVER.toSchedule();

    @Test
    void pausingSendsNoEditAndKeepsIt() {
        RuleRecord rule = sent("Guests");
        rules.flow().save(rule.id(), rule.draft().withName("Edited"));

        pauses().setPaused(rule.id(), true);
        rules.flow().save(rule.id(), rule.draft().withName("Edited while it was paused"));

        assertThat(remote(rule).content().name()).isEqualTo("Guests");
        assertThat(remote(rule).content().schedule()).isEqualTo(EMPTY);
        assertThat(stored(rule).draft().name()).isEqualTo("Edited while it was paused");
        assertThat(stored(rule).draft().timetable().paused()).isTrue();
        assertThat(entry(rule).state()).isEqualTo(RuleState.EDITED);
    }

    @Test
    void aHolidayDoesNotArmAPausedRule() {
        RuleRecord rule = sent("Guests");
        pauses().setPaused(rule.id(), true);
        LocalDate today = LocalDate.ofInstant(clock.instant(), BERLIN);
        rules.holidays()
                .save(new Holiday(
                        UUID.randomUUID(),
                        rules.holidays().company(),
                        "Open day",
                        today,
                        today,
                        DayEffect.WIDENED,
                        Optional.empty()));

        rules.drift().reconcile();

        assertThat(remote(rule).content().schedule()).isEqualTo(EMPTY);
    }

    @Test
    void aPausedRuleThatOthersRenamedKeepsItsWeekWhenTheirVersionIsUsed() {
        RuleRecord rule = sent("Guests");
        pauses().setPaused(rule.id(), true);
        AlertRule there = remote(rule);
        vms().update(there, there.content().withName("Theirs"));
        assertThat(entry(rule).state()).isEqualTo(RuleState.CHANGED_THERE);
        assertThat(pauses().setPaused(rule.id(), false).orElseThrow()).isInstanceOf(SendResult.Changed.class);

        rules.send().acceptRemote(rule.id(), remote(rule));

        assertThat(stored(rule).draft().name()).isEqualTo("Theirs");
        assertThat(stored(rule).draft().timetable().paused()).isTrue();
        assertThat(stored(rule).draft().timetable().week())
                .isEqualTo(rule.draft().timetable().week());
    }

    @Test
    void hoursThatOthersRemovedAreNoPause() {
        RuleRecord rule = sent("Guests");
        AlertRule there = remote(rule);

        vms().update(there, there.content().withSchedule(EMPTY));

        assertThat(entry(rule).state()).isEqualTo(RuleState.CHANGED_THERE);
    }

    @Test
    void aPauseWithoutAnAnswerIsRecognised() {
        RuleRecord rule = sent("Guests");
        rules.flow().save(rule.id(), rule.draft().withName("Edited"));
        faults().failNext("PUT", VmsFault.RESET, true);
        faults().failAfter(1, "GET", VmsFault.ILL, false);
        assertThatThrownBy(() -> pauses().setPaused(rule.id(), true)).isInstanceOf(VmsException.class);
        faults().clear();
        assertThat(remote(rule).content().schedule()).isEqualTo(EMPTY);

        RuleEntry entry = entry(rule);

        assertThat(entry.state()).isEqualTo(RuleState.EDITED);
        assertThat(entry.local()
                        .orElseThrow()
                        .sent()
                        .orElseThrow()
                        .draft()
                        .timetable()
                        .paused())
                .isTrue();
        assertThat(entry.local().orElseThrow().draft().name()).isEqualTo("Edited");
    }

    @Test
    void aPauseThatWasRefusedLeavesTheRuleAsItWas() {
        RuleRecord rule = sent("Guests");
        faults().failNext("PUT", VmsFault.FORBIDDEN, false);

        assertThatThrownBy(() -> pauses().setPaused(rule.id(), true)).isInstanceOf(VmsException.class);

        assertThat(stored(rule).draft()).isEqualTo(rule.draft());
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void aRuleOfWhichItIsNotKnownWhetherTheVmsHasItIsNotPaused() {
        RuleRecord rule = known("Guests");
        faults().failNext("POST", VmsFault.RESET, false);
        assertThatThrownBy(() -> rules.send().send(rule.id())).isInstanceOf(VmsException.class);

        assertThatThrownBy(() -> pauses().setPaused(rule.id(), true))
                .isInstanceOfSatisfying(
                        RuleException.class, e -> assertThat(e.problem().code()).isEqualTo("rules.unanswered"));

        assertThat(stored(rule).draft().timetable().paused()).isFalse();
    }

    /// The clocks change on 29 March, while the rule is paused: its hours are sent with the offset of today.
    @Test
    void aRuleIsResumedWithTheOffsetOfToday() {
        RuleRecord rule = known("Guests");
        Timetable office = rule.draft().timetable();
        Timetable asUtc = new Timetable(office.week(), BERLIN, ZoneReading.AS_UTC);
        rules.flow().save(rule.id(), rule.draft().withTimetable(asUtc));
        rules.send().send(rule.id());
        pauses().setPaused(rule.id(), true);
        clock.move(Duration.ofDays(30));
        assertThat(entry(rule).findings()).isEmpty();

        pauses().setPaused(rule.id(), false);

        assertThat(remote(rule).content().schedule()).isEqualTo(asUtc.toSchedule(clock.instant()));
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void aPausedRuleFollowsItsGroupAndStaysPaused() {
        RuleRecord rule = known("Guests");
        rules.flow().save(rule.id(), rule.draft().withPeople(allEmployees()).withAutoUpdate(true));
        rules.send().send(rule.id());
        pauses().setPaused(rule.id(), true);
        active("Joined later");

        rules.drift().reconcile();

        assertThat(remote(rule).knownPeople().orElseThrow().userIds()).hasSize(2);
        assertThat(remote(rule).content().schedule()).isEqualTo(EMPTY);
    }

    private static PeopleChoice allEmployees() {
        return new PeopleChoice(
                List.of(), List.of(new PeopleQuery(Optional.of(PersonKind.EMPLOYEE), Optional.empty())));
    }

    private PauseFlow pauses() {
        return rules.send().pauses();
    }

    private AlertRule remote(RuleRecord rule) {
        return vms().rule(stored(rule).sent().orElseThrow().rule().id());
    }

    private RuleRecord stored(RuleRecord rule) {
        return rules.rules().store().find(rule.id()).orElseThrow();
    }
}
