package io.vestibule.rules.ui.week;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.rules.week.QuarterRange;
import io.vestibule.rules.week.Week;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Strings;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import javafx.event.EventType;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.robot.Motion;

/// Painting a week with mouse and keys. The cursor starts on Monday at 08:00.
class WeekGridTest extends FxTest {

    private static final int EIGHT = 32;

    private final List<Week> painted = new ArrayList<>();
    private final Button other = new Button("Other");
    private WeekGrid grid;

    @BeforeEach
    void showGrid() {
        grid = onFx(() -> new WeekGrid(Strings.strict("rules", "ui"), painted::add));
        show(800, 400, () -> {
            VBox box = new VBox(grid, other);
            box.setPadding(new Insets(40));
            return box;
        });
        present(Week.NEVER, true);
        doOnFx(grid::requestFocus);
    }

    @Test
    void aDragPaintsARectangleOfDaysAndHours() {
        drag(WEDNESDAY, 48, THURSDAY, 40, FRIDAY, 52);

        assertThat(painted).containsExactly(Week.NEVER.with(WEDNESDAY, FRIDAY, 48, 53, true));
    }

    @Test
    void aDragUpAndToTheLeftPaintsTheSame() {
        drag(FRIDAY, 52, WEDNESDAY, 48);

        assertThat(painted).containsExactly(Week.NEVER.with(WEDNESDAY, FRIDAY, 48, 53, true));
    }

    @Test
    void aDragThatStartsOnArmedHoursClears() {
        present(Week.ALWAYS, true);

        drag(MONDAY, 0, MONDAY, 3);

        assertThat(painted).containsExactly(Week.ALWAYS.with(MONDAY, MONDAY, 0, 4, false));
    }

    @Test
    void aDragThatComesBackLeavesWhatItHadPainted() {
        drag(MONDAY, 40, SUNDAY, 90, MONDAY, 41);

        assertThat(painted).containsExactly(Week.NEVER.with(MONDAY, MONDAY, 40, 42, true));
    }

    @Test
    void aDragOutOfTheGridEndsAtItsEdge() {
        doOnFx(() -> {
            fire(MouseEvent.MOUSE_PRESSED, 700, 176);
            fire(MouseEvent.MOUSE_DRAGGED, 2_000, 900);
            fire(MouseEvent.MOUSE_RELEASED, 2_000, 900);
            fire(MouseEvent.MOUSE_PRESSED, 100, 25);
            fire(MouseEvent.MOUSE_DRAGGED, -50, -50);
            fire(MouseEvent.MOUSE_RELEASED, -50, -50);
        });

        assertThat(painted).hasSize(2);
        assertThat(painted.getFirst().ranges(SUNDAY)).containsExactly(new QuarterRange(93, Week.QUARTERS));
        assertThat(painted.getLast().ranges(MONDAY)).containsExactly(new QuarterRange(0, 8));
    }

    @Test
    void aClickSwitchesOneQuarter() {
        drag(TUESDAY, 10);
        drag(TUESDAY, 10);

        assertThat(painted).containsExactly(Week.NEVER.with(TUESDAY, TUESDAY, 10, 11, true), Week.NEVER);
    }

    @Test
    void aStrokeIsToldWhenItEndsAndItsTimesAreShownMeanwhile() {
        press(at(WEDNESDAY, 80));
        moveTo(at(SUNDAY, 95), Motion.DIRECT);

        assertThat(painted).isEmpty();
        assertThat(bubble().getText()).isEqualTo("Wed–Sun 20:00–24:00");
        release(MouseButton.PRIMARY);
        assertThat(painted).hasSize(1);
    }

    @Test
    void whereTheMouseIsItsTimeIsShownAndNothingElseIsDone() {
        moveTo(at(THURSDAY, 49), Motion.DIRECT);

        assertThat(onFx(() -> bubble().isVisible())).isTrue();
        assertThat(bubble().getText()).isEqualTo("Thu 12:15");
        moveTo(at(THURSDAY, 49).add(0, 150), Motion.DIRECT);
        assertThat(onFx(() -> bubble().isVisible())).isFalse();
        assertThat(painted).isEmpty();
    }

    @Test
    void shiftAndArrowsPaintFromTheCursor() {
        press(KeyCode.SHIFT);
        tap(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN);
        assertThat(painted).isEmpty();
        release(KeyCode.SHIFT);

        assertThat(painted).containsExactly(Week.NEVER.with(MONDAY, TUESDAY, EIGHT, EIGHT + 3, true));
    }

    @Test
    void shiftAndArrowsClearWhereTheCursorStandsOnArmedHours() {
        present(Week.ALWAYS, true);

        press(KeyCode.SHIFT);
        tap(KeyCode.LEFT);
        release(KeyCode.SHIFT);

        assertThat(painted).containsExactly(Week.ALWAYS.with(MONDAY, MONDAY, EIGHT - 1, EIGHT + 1, false));
    }

    @Test
    void whatShiftAndArrowsPassedStaysPaintedWhenTheCursorComesBack() {
        press(KeyCode.SHIFT);
        tap(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.LEFT, KeyCode.LEFT);
        release(KeyCode.SHIFT);

        assertThat(painted).containsExactly(Week.NEVER.with(MONDAY, MONDAY, EIGHT, EIGHT + 4, true));
    }

    @Test
    void aPaintedRangeIsExtendedAfterShiftWasReleased() {
        for (int i = 0; i < 3; i++) {
            press(KeyCode.SHIFT);
            tap(KeyCode.RIGHT);
            release(KeyCode.SHIFT);
        }

        assertThat(painted).last().isEqualTo(Week.NEVER.with(MONDAY, MONDAY, EIGHT, EIGHT + 4, true));
    }

    @Test
    void shiftAndEndPaintTheRestOfTheDay() {
        press(KeyCode.SHIFT);
        tap(KeyCode.END);
        release(KeyCode.SHIFT);

        assertThat(painted).containsExactly(Week.NEVER.with(MONDAY, MONDAY, EIGHT, Week.QUARTERS, true));
    }

    @Test
    void withCtrlTheCursorMovesByAnHour() {
        press(KeyCode.CONTROL);
        tap(KeyCode.RIGHT);
        release(KeyCode.CONTROL);

        assertThat(onFx(grid::getAccessibleText)).isEqualTo("Monday 09:00, off");
        press(KeyCode.SHIFT, KeyCode.CONTROL);
        tap(KeyCode.LEFT);
        release(KeyCode.CONTROL, KeyCode.SHIFT);
        assertThat(painted).containsExactly(Week.NEVER.with(MONDAY, MONDAY, EIGHT, EIGHT + 5, true));
    }

    @Test
    void arrowsAloneMoveTheCursorAndStopAtTheEdges() {
        tap(KeyCode.UP, KeyCode.HOME, KeyCode.LEFT);
        assertThat(onFx(grid::getAccessibleText)).isEqualTo("Monday 00:00, off");

        tap(KeyCode.END, KeyCode.RIGHT);
        for (int i = 0; i < 8; i++) {
            tap(KeyCode.DOWN);
        }
        assertThat(onFx(grid::getAccessibleText)).isEqualTo("Sunday 23:45, off");
        assertThat(onFx(grid::day)).isEqualTo(SUNDAY);
        assertThat(painted).isEmpty();
    }

    @Test
    void spaceSwitchesTheQuarterAndTheScreenReaderHearsIt() {
        tap(KeyCode.SPACE);

        assertThat(painted).containsExactly(Week.NEVER.with(MONDAY, MONDAY, EIGHT, EIGHT + 1, true));
        assertThat(onFx(grid::getAccessibleText)).isEqualTo("Monday 08:00, armed");
        assertThat(onFx(() -> grid.queryAccessibleAttribute(AccessibleAttribute.SELECTED)))
                .isEqualTo(true);
        tap(KeyCode.SPACE);
        assertThat(painted).hasSize(2).last().isEqualTo(Week.NEVER);
    }

    @Test
    void shiftAlonePaintsNothing() {
        press(KeyCode.SHIFT);
        release(KeyCode.SHIFT);

        assertThat(painted).isEmpty();
    }

    @Test
    void aStrokeEndsWhenTheFocusGoes() {
        press(KeyCode.SHIFT);
        tap(KeyCode.RIGHT);
        doOnFx(other::requestFocus);

        assertThat(painted).containsExactly(Week.NEVER.with(MONDAY, MONDAY, EIGHT, EIGHT + 2, true));
        release(KeyCode.SHIFT);
        assertThat(painted).hasSize(1);
    }

    @Test
    void whatIsReadAnewDoesNotDisturbAStroke() {
        press(KeyCode.SHIFT);
        tap(KeyCode.RIGHT);
        present(Week.ALWAYS, true);
        tap(KeyCode.RIGHT);
        release(KeyCode.SHIFT);

        assertThat(painted).containsExactly(Week.NEVER.with(MONDAY, MONDAY, EIGHT, EIGHT + 3, true));
    }

    @Test
    void whoMayNotEditMovesTheCursorAndPaintsNothing() {
        present(Week.NEVER, false);

        drag(TUESDAY, 10, FRIDAY, 20);
        press(KeyCode.SHIFT);
        tap(KeyCode.RIGHT);
        release(KeyCode.SHIFT);
        tap(KeyCode.SPACE);

        assertThat(painted).isEmpty();
        assertThat(onFx(grid::getAccessibleText)).isEqualTo("Friday 05:15, off");
    }

    @Test
    void eachStretchIsABarOfItsLength() {
        present(Week.NEVER.with(MONDAY, MONDAY, 0, 48, true).with(FRIDAY, FRIDAY, 90, 92, true), true);
        double width = onFx(grid::getWidth) - 44;

        List<Double> widths = onFx(() -> grid.lookupAll(".week-bar").stream()
                .map(bar -> bar.getLayoutBounds().getWidth())
                .sorted()
                .toList());

        assertThat(widths).hasSize(2);
        assertThat(widths.getFirst()).isBetween(width * 2 / 96 - 1, width * 2 / 96 + 1);
        assertThat(widths.getLast()).isBetween(width / 2 - 1, width / 2 + 1);
    }

    private void present(Week week, boolean editable) {
        doOnFx(() -> {
            grid.show(week, editable);
            grid.getScene().getRoot().layout();
        });
    }

    /// Presses on the first place, moves on to the others, and lets go: day, quarter, day, quarter...
    private void drag(Object... places) {
        for (int i = 0; i < places.length; i += 2) {
            Point2D at = at((DayOfWeek) places[i], (int) places[i + 1]);
            if (i == 0) {
                press(at);
            } else {
                moveTo(at, Motion.DIRECT);
            }
        }
        release(MouseButton.PRIMARY);
    }

    /// The headless screen gives no event of a drag to who is left by it, so this one is made by hand.
    private void fire(EventType<MouseEvent> type, double x, double y) {
        fireMouse(grid, type, x, y);
    }

    private void press(Point2D at) {
        moveTo(at, Motion.DIRECT);
        press(MouseButton.PRIMARY);
    }

    private Point2D at(DayOfWeek day, int quarter) {
        return onFx(() -> grid.localToScreen(
                44 + (quarter + 0.5) * (grid.getWidth() - 44) / Week.QUARTERS, 20 + (day.getValue() - 0.5) * 24));
    }

    private Label bubble() {
        return (Label) onFx(() -> grid.lookup(".week-bubble"));
    }

    private void tap(KeyCode... keys) {
        for (KeyCode key : keys) {
            press(key).release(key);
        }
    }
}
