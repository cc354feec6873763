package io.vestibule.rules.ui.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.base.Problem;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.holiday.Holiday;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.ui.Accessible;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The calendar on the screen: its list and its form, over a real application.
class HolidaysPaneTest extends HolidaysUi {

    @Test
    void anEmptyCalendarSaysSo() {
        showPane(true);

        assertThat(labels()).contains("No holidays yet.");
        assertThat(onFx(() -> Accessible.problems(stage().getScene()))).isEmpty();
    }

    @Test
    void theFormBeginsEmptySoThatOneSaveChangesNothing() {
        showPane(true);

        assertThat(date("First day").getValue()).isNull();
        assertThat(date("Last day").getValue()).isNull();
        assertThat(chip("Disarmed all day").isSelected()).isFalse();
        assertThat(chip("Armed all day").isSelected()).isFalse();
        assertThat(box("For all rules").isSelected()).isFalse();
        assertThat(box("Door").isSelected()).isFalse();
        doOnFx(() -> name().setText("Founding day"));
        clickOn(button("Save holiday"));
        refused("Enter a first day and a last day.");
        doOnFx(() -> date("First day").setValue(today));
        clickOn(button("Save holiday"));
        refused("Choose the effect.");
        clickOn(chip("Disarmed all day"));
        clickOn(button("Save holiday"));
        refused("Choose at least one rule.");
    }

    @Test
    void theFormSaysWhatItWillDoToWhichRulesBeforeItIsSaved() {
        showPane(true);
        assertThat(labels())
                .contains("Choose the days, the effect and the rules; what saving will do is then shown here.");

        fill("Founding day", today.plusDays(1), today.plusDays(2));
        clickOn(box("For all rules"));
        String days = DAY.format(today.plusDays(1)) + " – " + DAY.format(today.plusDays(2));
        assertThat(labels()).contains(days + ", no alerts all day: all 2 rules, and all that are created later.");

        clickOn(box("For all rules"));
        clickOn(box("Gate"));
        assertThat(labels()).contains(days + ", no alerts all day: Gate.");
        doOnFx(() -> date("First day").setValue(today));
        assertThat(labels())
                .anyMatch(text -> text.endsWith("Today is one of these days: the VMS receives the change at once."));
        assertThat(kept()).isEmpty();
    }

    @Test
    void aSavedHolidayIsUndone() {
        showPane(true);
        fill("Founding day", today, today);
        clickOn(box("For all rules"));
        clickOn(button("Save holiday"));
        assertThat(labels()).contains("Founding day was saved.");

        clickOn(button("Undo"));

        assertThat(kept()).isEmpty();
        assertThat(changes).hasSize(2);
        assertThat(isSeen(button("Undo"))).isFalse();
    }

    @Test
    void anEditIsUndoneToTheEntryBefore() {
        put("Before", today, today.plusDays(1));
        showPane(true);
        clickOn(button("Edit Before"));
        doOnFx(() -> {
            name().setText("After");
            date("Last day").setValue(today.plusDays(9));
        });
        clickOn(button("Save holiday"));
        assertThat(kept()).extracting(Holiday::name).containsExactly("After");

        clickOn(button("Undo"));

        assertThat(kept()).singleElement().satisfies(holiday -> {
            assertThat(holiday.name()).isEqualTo("Before");
            assertThat(holiday.last()).isEqualTo(today.plusDays(1));
        });
    }

    @Test
    void aRemovalIsUndoneAlsoOfWhatIsOver() {
        put("Over", today, today);
        at.clock.move(Duration.ofDays(1));
        showPane(true);
        clickOn(button("Remove Over"));
        assertThat(kept()).isEmpty();

        clickOn(button("Undo"));

        assertThat(kept()).extracting(Holiday::name).containsExactly("Over");
    }

    @Test
    void aNameAndCtrlEnterKeepAHolidayAndTheFormIsReadyForTheNext() {
        showPane(true);
        fill("", today, today);
        clickOn(box("For all rules"));
        doOnFx(name()::requestFocus);
        write("  Founding day ", 0);
        press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);

        assertThat(kept()).singleElement().satisfies(holiday -> {
            assertThat(holiday.name()).isEqualTo("Founding day");
            assertThat(holiday.first()).isEqualTo(today);
            assertThat(holiday.last()).isEqualTo(today);
            assertThat(holiday.effect()).isEqualTo(DayEffect.SILENCED);
            assertThat(holiday.rules()).isEmpty();
        });
        assertThat(labels()).contains("Founding day").doesNotContain("No holidays yet.");
        assertThat(changes).hasSize(1);
        assertThat(name().getText()).isEmpty();
        assertThat(focused()).isEqualTo(name());
    }

    @Test
    void aHolidayIsForTheRulesThatAreTickedAndWidenedWhereThatIsChosen() {
        showPane(true);
        fill("Open day", today.plusDays(1), today.plusDays(3));
        clickOn(chip("Armed all day"));
        clickOn(box("Gate"));
        clickOn(button("Save holiday"));

        assertThat(kept()).singleElement().satisfies(holiday -> {
            assertThat(holiday.effect()).isEqualTo(DayEffect.WIDENED);
            assertThat(holiday.rules()).contains(Set.of(GATE));
            assertThat(holiday.last()).isEqualTo(today.plusDays(3));
        });
        assertThat(labels())
                .contains(DAY.format(today.plusDays(1)) + " – " + DAY.format(today.plusDays(3))
                        + " · armed all day · Gate");
    }

    @Test
    void withoutANameNothingIsKeptAndTheFormSaysWhy() {
        showPane(true);

        clickOn(button("Save holiday"));

        refused("Enter a name.");
        assertThat(focused()).isEqualTo(name());

        doOnFx(() -> name().setText("Founders day"));
        assertThat(labels()).doesNotContain("Enter a name.");
    }

    @Test
    void aLastDayBeforeTheFirstIsRefused() {
        showPane(true);
        fill("Backwards", today, today.minusDays(1));

        clickOn(button("Save holiday"));

        refused("The last day is before the first day, or more than a year after it.");
    }

    @Test
    void aHolidayOfMoreThanAYearIsRefusedAndOneOfAYearIsKept() {
        showPane(true);
        fill("Slip in the year", today, today.plusDays(Holiday.MOST_DAYS));
        clickOn(button("Save holiday"));
        refused("The last day is before the first day, or more than a year after it.");

        fill("Long", today, today.plusDays(Holiday.MOST_DAYS - 1L));
        clickOn(box("For all rules"));
        clickOn(button("Save holiday"));

        assertThat(kept()).hasSize(1);
        assertThat(labels()).doesNotContain("The last day is before the first day, or more than a year after it.");
    }

    @Test
    void aHolidayForNoRuleIsRefused() {
        showPane(true);
        fill("For none", today, today);

        clickOn(button("Save holiday"));

        refused("Choose at least one rule.");
    }

    @Test
    void aLaterFirstDayTakesTheLastDayWithIt() {
        showPane(true);

        doOnFx(() -> date("First day").setValue(today.plusDays(7)));
        assertThat(date("Last day").getValue()).isEqualTo(today.plusDays(7));
        doOnFx(() -> date("First day").setValue(today.plusDays(2)));
        assertThat(date("Last day").getValue()).isEqualTo(today.plusDays(7));
    }

    @Test
    void whatIsOverIsListedBelowWhatEndsToday() {
        put("Past", today, today);
        put("Ends today", today, today.plusDays(1));
        at.clock.move(Duration.ofDays(1));

        showPane(true);

        assertThat(labels()).containsSubsequence("Ends today", "Over", "Past");
    }

    @Test
    void overlappingHolidaysAreBothKept() {
        put("First", today, today.plusDays(5));
        showPane(true);
        fill("Second", today.plusDays(2), today.plusDays(9));
        clickOn(box("For all rules"));

        clickOn(button("Save holiday"));

        assertThat(kept()).extracting(Holiday::name).containsExactly("First", "Second");
    }

    @Test
    void anEntryIsOpenedInTheFormAndPutBackInItsPlace() {
        Holiday before = new Holiday(
                UUID.randomUUID(),
                at.rules.holidays().company(),
                "Before",
                today.plusDays(1),
                today.plusDays(2),
                DayEffect.WIDENED,
                Optional.of(Set.of(DOOR)));
        at.rules.holidays().save(before);
        showPane(true);

        clickOn(button("Edit Before"));
        assertThat(name().getText()).isEqualTo("Before");
        assertThat(date("First day").getValue()).isEqualTo(today.plusDays(1));
        assertThat(date("Last day").getValue()).isEqualTo(today.plusDays(2));
        assertThat(chip("Armed all day").isSelected()).isTrue();
        assertThat(box("Door").isSelected()).isTrue();
        assertThat(box("Gate").isSelected()).isFalse();
        doOnFx(() -> name().setText("After"));
        clickOn(button("Save holiday"));

        assertThat(kept()).singleElement().satisfies(holiday -> {
            assertThat(holiday.id()).isEqualTo(before.id());
            assertThat(holiday.name()).isEqualTo("After");
            assertThat(holiday.rules()).contains(Set.of(DOOR));
        });
    }

    @Test
    void anEntryIsRemovedAndTheFocusGoesOnInTheForm() {
        put("Goes", today, today);
        showPane(true);

        clickOn(button("Remove Goes"));

        assertThat(kept()).isEmpty();
        assertThat(labels()).contains("No holidays yet.");
        assertThat(changes).hasSize(1);
        assertThat(focused()).isEqualTo(name());
    }

    @Test
    void anEntryWhoseRulesAreAllGoneSaysSo() {
        at.rules
                .holidays()
                .save(new Holiday(
                        UUID.randomUUID(),
                        at.rules.holidays().company(),
                        "Orphan",
                        today,
                        today,
                        DayEffect.SILENCED,
                        Optional.of(Set.of(RuleId.mint()))));

        showPane(true);

        assertThat(labels()).contains(DAY.format(today) + " · disarmed · no rules left");
    }

    @Test
    void whoMayNotManageReadsTheListAndHasNothingToChangeItWith() {
        put("Founding day", today, today);

        showPane(false);

        assertThat(labels()).contains("Founding day");
        assertThat(onFx(() -> stage().getScene().getRoot().lookupAll(".button")))
                .isEmpty();
        assertThat(onFx(() -> stage().getScene().getRoot().lookupAll(".text-field")))
                .isEmpty();
    }

    @Test
    void whatTheFlowRefusesIsToldAndTheFormKeepsWhatWasTyped() {
        showPane(true);
        fill("Founding day", today, today);
        clickOn(box("For all rules"));
        at.signIn(Role.RECEPTION);

        clickOn(button("Save holiday"));

        assertThat(problems).extracting(Problem::code).containsExactly("audit.not-allowed");
        assertThat(name().getText()).isEqualTo("Founding day");
        assertThat(kept()).isEmpty();
        assertThat(changes).isEmpty();
    }
}
