package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.SendFlow;
import io.vestibule.rules.holiday.Holiday;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.rules.week.Week;
import io.vestibule.ui.control.Overlay;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.WeekSchedule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
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
    void pausingSendsNoEditAndKeepsIt() {
        RuleRecord rule = at.sent("Guests");
        at.rules.flow().save(rule.id(), rule.draft().withName("Edited"));

        at.rules.send().pauses().setPaused(rule.id(), true);

        assertThat(remote(rule).content().name()).isEqualTo("Guests");
        assertThat(stored(rule).draft().name()).isEqualTo("Edited");
        assertThat(entry(rule).state()).isEqualTo(RuleState.EDITED);
    }

    @Test
    void aHolidayDoesNotArmAPausedRule() {
        RuleRecord rule = at.sent("Guests");
        at.rules.send().pauses().setPaused(rule.id(), true);
        LocalDate today = LocalDate.ofInstant(at.clock.instant(), ZoneId.of("Europe/Berlin"));
        at.rules
                .holidays()
                .save(new Holiday(
                        UUID.randomUUID(),
                        at.rules.holidays().company(),
                        "Open day",
                        today,
                        today,
                        DayEffect.WIDENED,
                        Optional.empty()));

        at.rules.drift().reconcile();

        assertThat(remote(rule).content().schedule()).isEqualTo(Week.NEVER.toSchedule());
    }

    @Test
    void aPausedRuleThatOthersRenamedKeepsItsWeekWhenTheirVersionIsUsed() {
        RuleRecord rule = at.sent("Guests");
        at.rules.send().pauses().setPaused(rule.id(), true);
        AlertRule there = remote(rule);
        at.vms().update(there, there.content().withName("Theirs"));
        assertThat(entry(rule).state()).isEqualTo(RuleState.CHANGED_THERE);
        assertThat(at.rules.send().pauses().setPaused(rule.id(), false).orElseThrow())
                .isInstanceOf(SendFlow.SendResult.Changed.class);

        at.rules.send().acceptRemote(rule.id(), remote(rule));

        assertThat(stored(rule).draft().name()).isEqualTo("Theirs");
        assertThat(stored(rule).draft().timetable().paused()).isTrue();
        assertThat(stored(rule).draft().timetable().week())
                .isEqualTo(rule.draft().timetable().week());
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
        assertThat(onFx(() -> rules.notDone.get())).containsExactly("Wrong: No camera is chosen.");
        assertThat(desk.said()).contains("The VMS has received one rule. One was left as it was.");
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
        assertThat(texts()).contains("2 rules of yours are chosen");

        fire("Pause");
        assertThat(stored(first).draft().timetable().paused()).isTrue();
        assertThat(stored(second).draft().timetable().paused()).isTrue();
        assertThat(texts()).contains("2 rules of yours are chosen", "A first: Paused");

        doOnFx(list::requestFocus);
        tap(KeyCode.DELETE);
        assertThat(listed()).doesNotContain("A first", "B second");
        doOnFx(() -> desk.banners.getLast().undo().orElseThrow().run());

        assertThat(stored(first).deletedAt()).isEmpty();
        assertThat(stored(second).deletedAt()).isEmpty();
        assertThat(listed()).contains("A first", "B second");
    }

    private void openView() {
        Overlay overlay = onFx(() -> new Overlay(WORDS));
        RulesView view = onFx(() -> new RulesView(rules, new Picked(folder.resolve("rule.json")), overlay));
        show(1000, 1000, () -> new StackPane(new VBox(view.search().orElseThrow(), view.node()), overlay));
        doOnFx(view::shown);
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
