package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.vms.AlertRule;
import io.vestibule.vms.TimeRange;
import io.vestibule.vms.WeekSchedule;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the screen says about the VMS in use and about a schedule of it.
class RuleNotesViewTest extends RulesUi {

    @Test
    void gapsOfLessThanFifteenMinutesAreSaidBeforeAndAfterTheRuleIsTakenOver() {
        WeekSchedule lunch = WeekSchedule.everyDay(List.of(
                new TimeRange(LocalTime.of(8, 0), LocalTime.of(12, 5)),
                new TimeRange(LocalTime.of(12, 10), LocalTime.of(18, 0))));
        AlertRule foreign = at.vms()
                .create(at.sentContent("Foreign").withSchedule(lunch), at.vms().ruleIds())
                .rule();
        openView();
        doOnFx(() -> rules.selected.set(Optional.of("vms-" + foreign.id())));
        assertThat(texts()).anyMatch(text -> text.contains("gaps of less than fifteen minutes: Mon 12:05–12:10"));

        fire("Take over");

        assertThat(field("Rule name").getText()).isEqualTo("Foreign");
        assertThat(texts()).anyMatch(text -> text.contains("gaps of less than fifteen minutes: Mon 12:05–12:10"));
    }

    @Test
    void theVmsInUseIsNamedAboveTheList() {
        openView();

        assertThat(texts()).contains("VMS vms.example");
    }
}
