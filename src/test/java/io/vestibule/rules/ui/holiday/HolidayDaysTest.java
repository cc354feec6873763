package io.vestibule.rules.ui.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.rules.holiday.Holiday;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The days of the form: typed, over, and unreadable.
class HolidayDaysTest extends HolidaysUi {

    @Test
    void aHolidayThatIsOverIsRefused() {
        showPane(true);
        fill("Over", today.minusDays(2), today.minusDays(1));

        clickOn(button("Save holiday"));

        refused("The last day is in the past.");
        assertThat(name().getText()).isEqualTo("Over");
    }

    @Test
    void aDayThatIsTypedAndSavedByCtrlEnterIsTheDayThatIsSaved() {
        showPane(true);
        fill("Typed", today, today);
        clickOn(box("For all rules"));
        typeLastDay(date("Last day").getConverter().toString(today.plusDays(3)));

        assertThat(kept()).extracting(Holiday::last).containsExactly(today.plusDays(3));
    }

    @Test
    void aDayThatCannotBeReadIsNotReplacedByTheDayBefore() {
        showPane(true);
        fill("Typed", today, today);
        clickOn(box("For all rules"));
        typeLastDay("soon");

        refused("Enter a first day and a last day.");
    }

    private void typeLastDay(String text) {
        clickOn(date("Last day").getEditor());
        press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        write(text, 0);
        press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
    }
}
