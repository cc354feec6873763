package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.local.vms.VmsFault;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.week.Week;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.WeekSchedule;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Pausing rules, and acting on several at once.
class RuleBatchTest extends RulesUi {

    @Test
    void aPausedRuleHasAnEmptyScheduleThereAndItsWeekHere() {
        RuleRecord rule = at.sent("Guests");
        WeekSchedule before = remote(rule).content().schedule();
        open(rule);

        doOnFx(() -> model.setPaused(true));

        assertThat(remote(rule).content().schedule()).isEqualTo(Week.NEVER.toSchedule());
        assertThat(stored(rule).draft().timetable().week())
                .isEqualTo(rule.draft().timetable().week());
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
        assertThat(row(rule).stateText()).isEqualTo("Paused");
        assertThat(row(rule).sentence()).contains("never (paused; otherwise Mon–Fri");

        doOnFx(() -> model.setPaused(false));

        assertThat(remote(rule).content().schedule()).isEqualTo(before);
        assertThat(row(rule).stateText()).isNotEqualTo("Paused");
    }

    @Test
    void ofSeveralRulesEachThatCannotBeSentIsNamedWithItsReason() {
        RuleRecord right = at.known("Right");
        RuleRecord wrong = at.known("Wrong");
        at.rules.flow().save(wrong.id(), wrong.draft().withCameras(List.of()));
        doOnFx(rules::refresh);

        doOnFx(() -> rules.batch().send(List.of(right, wrong)));

        assertThat(stored(right).sent()).isPresent();
        assertThat(stored(wrong).sent()).isEmpty();
        assertThat(onFx(() -> rules.notDone.get()))
                .containsExactly("Wrong: No camera is chosen. Choose at least one camera.");
        assertThat(desk.said()).contains("“Right” was sent to the VMS. One rule was not changed.");
    }

    @Test
    void severalRulesAreChosenByKeysPausedAndDeletedAndTheDeletionIsUndone() {
        RuleRecord first = at.sent("A first");
        RuleRecord second = at.sent("B second");
        openView();
        ListView<?> list = list();
        doOnFx(() -> {
            list.requestFocus();
            list.getSelectionModel().clearAndSelect(0);
        });
        press(KeyCode.SHIFT);
        tap(KeyCode.DOWN);
        release(KeyCode.SHIFT);
        assertThat(texts()).contains("2 rules chosen");

        fire("Pause");
        assertThat(stored(first).draft().timetable().paused()).isTrue();
        assertThat(stored(second).draft().timetable().paused()).isTrue();
        assertThat(texts()).contains("2 rules chosen", "A first: Paused");

        doOnFx(list::requestFocus);
        tap(KeyCode.DELETE);
        assertThat(listed()).doesNotContain("A first", "B second");
        doOnFx(() -> desk.banners.getLast().undo().orElseThrow().run());

        assertThat(stored(first).deletedAt()).isEmpty();
        assertThat(stored(second).deletedAt()).isEmpty();
        assertThat(listed()).contains("A first", "B second");
    }

    /// The rule that was paused before stays so when the action is undone.
    @Test
    void pausingSeveralIsUndoneForThoseThatWereNotPaused() {
        RuleRecord first = at.sent("First");
        RuleRecord second = at.sent("Second");
        RuleRecord third = at.sent("Third");
        at.rules.send().pauses().setPaused(third.id(), true);
        AlertRule there = remote(second);
        at.vms().update(there, there.content().withName("Theirs"));
        List<RuleRecord> chosen = List.of(stored(first), stored(second), stored(third));

        doOnFx(() -> rules.batch().pause(chosen, true));

        assertThat(desk.said())
                .contains("2 rules are paused: the VMS raises no alert for them. One rule was not changed.");
        assertThat(onFx(() -> rules.notDone.get()))
                .singleElement()
                .asString()
                .startsWith("Second: Not sent: the rule was");
        assertThat(stored(second).draft().timetable().paused()).isFalse();

        doOnFx(() -> desk.banners.stream()
                .flatMap(banner -> banner.undo().stream())
                .findFirst()
                .orElseThrow()
                .run());

        assertThat(remote(first).content().schedule()).isNotEqualTo(Week.NEVER.toSchedule());
        assertThat(remote(third).content().schedule()).isEqualTo(Week.NEVER.toSchedule());
    }

    @Test
    void aVmsThatCannotBeReachedIsAskedOnce() {
        List<RuleRecord> chosen = List.of(at.sent("First"), at.sent("Second"));
        at.faults().failNext("PUT", VmsFault.BUSY, false);

        doOnFx(() -> rules.batch().pause(chosen, true));

        assertThat(onFx(() -> rules.notDone.get()))
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly("First", "Second");
        assertThat(chosen).allMatch(rule -> !stored(rule).draft().timetable().paused());
    }

    private ListView<?> list() {
        return onFx(() -> stage().getScene().getRoot().lookupAll(".list-view").stream()
                .filter(node -> "Rules".equals(node.getAccessibleText()))
                .map(ListView.class::cast)
                .findFirst()
                .orElseThrow());
    }

    private AlertRule remote(RuleRecord rule) {
        return at.vms().rule(stored(rule).sent().orElseThrow().rule().id());
    }

    private RuleRow row(RuleRecord rule) {
        doOnFx(rules::refresh);
        return onFx(() -> rules.rows.stream()
                .filter(row -> row.key().equals(rule.id().toString()))
                .findFirst()
                .orElseThrow());
    }
}
