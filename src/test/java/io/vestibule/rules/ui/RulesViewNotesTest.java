package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.ui.control.Overlay;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RemoteRuleId;
import io.vestibule.vms.TimeRange;
import io.vestibule.vms.WeekSchedule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/// What the Rules screen says beside the rules themselves, and what it forgets when another rule is opened.
class RulesViewNotesTest extends RulesUi {

    private void openView() {
        RulesView view = onFx(() -> new RulesView(rules, new Picked(folder), new Overlay(WORDS)));
        show(1000, 1000, () -> new VBox(view.search().orElseThrow(), view.node()));
        doOnFx(view::shown);
    }

    private void choose(String key) {
        doOnFx(() -> rules.selected.set(Optional.of(key)));
    }

    private RemoteRuleId number(RuleRecord rule) {
        return stored(rule).sent().orElseThrow().rule().id();
    }

    @Test
    void whatWasTypedInOneRuleIsGoneInTheNext() {
        at.active("Ada Lovelace");
        RuleRecord first = at.known("Guests");
        RuleRecord second = at.known("Alarm");
        openView();
        choose(first.id().toString());
        type("Find a person by name", "ada");
        until(() -> isSeen(foundPeople()));

        choose(second.id().toString());

        until(() -> !isSeen(foundPeople()));
        assertThat(field("Find a person by name").getText()).isEmpty();
        PeopleChoice before = stored(second).draft().people();
        fire("Add group");
        assertThat(stored(second).draft().people().userIds()).isEqualTo(before.userIds());
        assertThat(stored(second).draft().people().queries()).hasSize(1);
        assertThat(stored(first).draft()).isEqualTo(first.draft());
    }

    @Test
    void theVmsInUseIsNamedAboveTheList() {
        openView();

        assertThat(texts()).contains("VMS vms.example");
    }

    /// The week here has quarter hours, so sending would close these gaps.
    @Test
    void gapsThatTheWeekCannotShowArePointedOut() {
        RuleRecord rule = at.sent("Guests");
        AlertRule there = at.vms().rule(number(rule));
        var gap = new WeekSchedule(Map.of(
                DayOfWeek.MONDAY,
                List.of(
                        new TimeRange(LocalTime.of(8, 0), LocalTime.of(12, 5)),
                        new TimeRange(LocalTime.of(12, 10), LocalTime.of(18, 0)))));
        at.vms().update(there, there.content().withSchedule(gap));
        openView();
        choose(rule.id().toString());
        fire("Use VMS copy");

        assertThat(texts()).anyMatch(text -> text.startsWith("On the VMS this rule has gaps of less than fifteen"));
        assertThat(texts()).anyMatch(text -> text.contains("12:05–12:10"));
    }
}
