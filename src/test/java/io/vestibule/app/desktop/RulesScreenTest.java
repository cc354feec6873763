package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.rules.week.Week;
import io.vestibule.ui.Accessible;
import io.vestibule.vms.AlertRule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/// The Rules screen in the real window on a real application, by keyboard and mouse.
class RulesScreenTest extends RulesScreen {

    @Test
    void aRuleIsBuiltSentAndTakenBackByKeyboard() throws Exception {
        fire("New rule");
        until(() -> field("Rule name").isPresent());
        focus("Rule name");
        type("Guests at the door");
        focus("Find a person by name");
        type("ana");
        until(() -> labels().stream().anyMatch(text -> text.startsWith("Ana Silva")));
        tap(KeyCode.ENTER);
        until(() -> drafts().stream().anyMatch(draft -> draft.people().userIds().size() == 1));
        doOnFx(() -> box("Main entrance").fire());
        unfold("Recipients");
        focus("E-mail or phone");
        type("desk at example");
        tap(KeyCode.ENTER);
        until(() -> labels().contains("This is not an e-mail address."));
        press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        type("desk@example.com");
        tap(KeyCode.ENTER);
        until(() -> sentence().contains("desk@example.com"));
        until(() -> sentence().contains("Ana Silva") && sentence().contains("Main entrance"));
        until(() -> !button("Send to the VMS").isDisabled());
        picture("built");

        fire("Send to the VMS");
        until(() -> labels().contains("The VMS has received the rule."));

        AlertRule there = application.vms().client().rules().getLast();
        assertThat(there.content().name()).isEqualTo("Guests at the door");
        assertThat(there.content().cameraIds()).containsExactly(849L);

        until(() -> buttons().anyMatch(button -> "Send changes".equals(button.getText()) && button.isDisabled()));
        doOnFx(() -> desktop.shell().orElseThrow().root().lookup(".list-view").requestFocus());
        tap(KeyCode.DELETE);
        until(() -> labels().contains("Guests at the door was deleted."));
        press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        until(() -> drafts().size() == 1 && labels().contains("Guests at the door"));
        until(() -> field("Rule name")
                .filter(field -> field.getText().equals("Guests at the door"))
                .isPresent());
        assertThat(application.vms().client().rules()).hasSize(4);
    }

    @Test
    void everyEditOfARuleIsTakenBackByCtrlZ() {
        fire("New rule");
        until(() -> field("Rule name").isPresent());
        focus("Rule name");
        type("Guests");
        focus("Find a person by name");
        type("ana");
        until(() -> labels().stream().anyMatch(text -> text.startsWith("Ana Silva")));
        tap(KeyCode.ENTER);
        until(() -> drafts().getFirst().people().userIds().size() == 1);
        doOnFx(() -> box("Main entrance").fire());
        until(() -> !drafts().getFirst().cameras().isEmpty());
        unfold("When");
        fire("Clear");
        until(() -> week().equals(Week.NEVER));

        // The focus is in the field in which the name was searched and which is empty again.
        undoByKey();
        until(() -> !week().equals(Week.NEVER));
        undoByKey();
        until(() -> drafts().getFirst().cameras().isEmpty());
        undoByKey();
        until(() -> drafts().getFirst().people().userIds().isEmpty());
        assertThat(drafts().getFirst().name()).isEqualTo("Guests");
        undoByKey();
        until(() -> drafts().getFirst().name().isEmpty());
    }

    private void undoByKey() {
        press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    }

    @Test
    void aNewRuleTakesItsNameAtOnce() {
        doOnFx(() -> desktop.shell().orElseThrow().root().lookup(".list-view").requestFocus());
        tap(KeyCode.INSERT);
        until(() -> field("Rule name").filter(TextInputControl::isFocused).isPresent());
        type("Guests");
        until(() -> drafts().getFirst().name().equals("Guests"));
        tap(KeyCode.TAB);
        assertThat(onFx(() -> window.getScene().getFocusOwner().getAccessibleText()))
                .isEqualTo("Duplicate");
    }

    @Test
    void aPersonWhoCanNeverMatchBlocksSendingWithAMessage() {
        fire("New rule");
        until(() -> field("Rule name").isPresent());
        focus("Rule name");
        type("Waiting");
        focus("Find a person by name");
        type("nora");
        until(() -> labels().stream().anyMatch(text -> text.startsWith("Nora Waiting")));
        tap(KeyCode.ENTER);
        doOnFx(() -> box("Main entrance").fire());

        until(() -> labels().stream().anyMatch(text -> text.startsWith("This rule can never raise an alert.")));
        assertThat(onFx(() -> button("Send to the VMS").isDisabled())).isTrue();
    }

    @Test
    void theWeekIsPaintedByMouseAndByKeys() {
        fire("New rule");
        until(() -> window.getScene().getRoot().lookup(".week-grid") != null);
        unfold("When");
        fire("Clear");
        until(() -> week().equals(Week.NEVER));
        Node grid = onFx(() -> window.getScene().getRoot().lookup(".week-grid"));
        doOnFx(grid::requestFocus);
        until(() -> grid.isFocused());

        // The cursor starts at Monday 08:00.
        press(KeyCode.SHIFT);
        for (int i = 0; i < 3; i++) {
            tap(KeyCode.RIGHT);
        }
        tap(KeyCode.DOWN);
        release(KeyCode.SHIFT);
        Week painted = Week.NEVER.with(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, 32, 36, true);
        until(() -> week().equals(painted));

        tap(KeyCode.HOME);
        tap(KeyCode.SPACE);
        Week switched = painted.with(DayOfWeek.TUESDAY, DayOfWeek.TUESDAY, 0, 1, true);
        until(() -> week().equals(switched));
        assertThat(onFx(grid::getAccessibleText)).isEqualTo("Tuesday 00:00, armed");

        // Pressed on Wednesday 12:00, released on Friday before 13:15: a rectangle of three days.
        doOnFx(() -> {
            mouse(grid, MouseEvent.MOUSE_PRESSED, DayOfWeek.WEDNESDAY, 48);
            mouse(grid, MouseEvent.MOUSE_DRAGGED, DayOfWeek.THURSDAY, 40);
            mouse(grid, MouseEvent.MOUSE_DRAGGED, DayOfWeek.FRIDAY, 52);
        });
        assertThat(onFx(this::labels)).contains("Wed–Fri 12:00–13:15");
        doOnFx(() -> mouse(grid, MouseEvent.MOUSE_RELEASED, DayOfWeek.FRIDAY, 52));
        until(() -> week().equals(switched.with(DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY, 48, 53, true)));
    }

    @Test
    void everyControlHasAName() {
        fire("New rule");
        until(() -> window.getScene().getRoot().lookup(".week-grid") != null);
        List<String> silent = onFx(() -> Accessible.problems(window.getScene()));
        assertThat(silent).isEmpty();
    }

    @Test
    void aHolidayIsSavedByKeyboardAndShownInTheNextThirtyDays() throws Exception {
        fire("New rule");
        until(() -> field("Rule name").isPresent());
        fire("Holidays");
        until(() -> field("Name").filter(TextInputControl::isFocused).isPresent());
        type("Founding day");
        tab(DatePicker.class);
        type(onFx(() -> ((DatePicker) window.getScene().getRoot().lookup(".date-picker"))
                .getConverter()
                .toString(LocalDate.now(ZoneId.systemDefault()))));
        tab(DatePicker.class);
        tab(ToggleButton.class);
        tap(KeyCode.SPACE);
        tab(CheckBox.class);
        tap(KeyCode.SPACE);
        until(() -> labels().stream().anyMatch(text -> text.contains("no alerts all day: the only rule")));
        press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        until(() -> labels().contains("Founding day"));
        picture("holidays");
        assertThat(application.rules().holidays().all().all())
                .singleElement()
                .matches(holiday -> holiday.name().equals("Founding day")
                        && holiday.effect() == DayEffect.SILENCED
                        && holiday.rules().isEmpty());
        assertThat(onFx(() -> Accessible.problems(window.getScene()))).isEmpty();
        tap(KeyCode.ESCAPE);
        until(() -> labels().contains("Today is a holiday: the rule is disarmed."));
    }

    /// Tab leads to a control of this type.
    private void tab(Class<? extends Control> type) {
        Node before = window.getScene().getFocusOwner();
        tap(KeyCode.TAB);
        until(() -> {
            Node now = window.getScene().getFocusOwner();
            return now != null && !now.equals(before) && type.isInstance(now);
        });
    }

    @Test
    void aRecreatedUserReplacesTheOldOneByKeyboard() {
        fire("New rule");
        until(() -> drafts().size() == 1);
        RuleRecord rule = application.rules().drift().reportWithoutNetwork(Optional.empty()).entries().stream()
                .flatMap(entry -> entry.local().stream())
                .findFirst()
                .orElseThrow();
        application
                .rules()
                .flow()
                .save(
                        rule.id(),
                        rule.draft()
                                .withName("Old")
                                .withPeople(rule.draft().people().with("11111111-gone")));
        doOnFx(() -> desktop.shell().orElseThrow().refresh());
        fire("Replace 11111111…");
        until(() -> field("Find the person by name")
                .filter(TextInputControl::isFocused)
                .isPresent());
        type("ana");
        until(() -> labels().stream().anyMatch(text -> text.startsWith("Ana Silva")));
        tap(KeyCode.ENTER);
        until(() -> drafts().getFirst().people().userIds().stream().noneMatch("11111111-gone"::equals));
        assertThat(drafts().getFirst().people().userIds()).hasSize(1);
        until(() -> labels().contains("Ana Silva"));
    }

    @Test
    void receptionReadsRulesAndHasNoButtonsToChangeThem() {
        var robin = application.storage().operators().list().stream()
                .filter(operator -> operator.name().equals("Robin"))
                .findFirst()
                .orElseThrow();
        application.storage().operators().signIn(robin.id());
        doOnFx(() -> desktop.shell().orElseThrow().refresh());

        assertThat(onFx(() -> buttons()
                        .filter(RulesScreenTest::isSeen)
                        .map(Button::getText)
                        .toList()))
                .doesNotContain("New rule");
    }
}
