package io.vestibule.rules.ui.week;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.rules.week.ArmedDay;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.rules.week.DayOverrides;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.Week;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Strings;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The next thirty days, which the pane reads from the clock, and one cell of them on days of its own.
class NextDaysPaneTest extends FxTest {

    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

    private NextDaysPane pane;

    @BeforeEach
    void showPane() {
        pane = onFx(() -> new NextDaysPane(Strings.strict("rules", "ui"), () -> NOW));
        show(900, 700, () -> pane);
    }

    @Test
    void foldedItDrawsNothing() {
        show(Week.ALWAYS, DayOverrides.NONE);

        assertThat(cells()).isEmpty();
    }

    @Test
    void unfoldedByKeyItShowsThirtyDays() {
        show(Week.ALWAYS, DayOverrides.NONE);

        doOnFx(pane::requestFocus);
        press(KeyCode.SPACE).release(KeyCode.SPACE);

        assertThat(cells()).hasSize(30);
        assertThat(labels()).contains("The clocks do not change in the next 30 days.");
        assertThat(labels().stream().filter("24 h"::equals)).hasSize(30);
        assertThat(labels()).contains("4 May");
    }

    @Test
    void whatChangesWhileItIsUnfoldedIsDrawn() {
        unfold();
        show(Week.ALWAYS, DayOverrides.NONE);

        show(Week.NEVER, DayOverrides.NONE);

        assertThat(labels().stream().filter("–"::equals)).hasSize(30);
        assertThat(words()).allMatch(text -> text.endsWith(": never"));
    }

    @Test
    void whatChangesWhileItIsFoldedIsDrawnWhenItIsUnfolded() {
        unfold();
        show(Week.ALWAYS, DayOverrides.NONE);
        doOnFx(() -> pane.setExpanded(false));
        show(Week.NEVER, DayOverrides.NONE);
        assertThat(words()).noneMatch(text -> text.endsWith(": never"));

        unfold();

        assertThat(words()).allMatch(text -> text.endsWith(": never"));
    }

    @Test
    void aHolidayIsSaidOnItsDays() {
        unfold();
        LocalDate soon = LocalDate.ofInstant(NOW, ZoneOffset.UTC).plusDays(10);

        show(
                Week.ALWAYS,
                new DayOverrides(
                        ZoneOffset.UTC, Map.of(soon, DayEffect.SILENCED, soon.plusDays(1), DayEffect.WIDENED)));

        assertThat(words().stream().filter(text -> text.endsWith("never. Because of a holiday, disarmed.")))
                .hasSize(1);
        assertThat(words().stream().filter(text -> text.endsWith("00:00–24:00. Because of a holiday, armed all day.")))
                .hasSize(1);
    }

    @Test
    void aDayOnWhichTheClocksChangeIsAsLongAsItIs() {
        DayCell cell = cell(ZoneReading.AS_TYPED, LocalDate.of(2026, 3, 29), false);

        assertThat(texts(cell)).containsExactly("29", "23 h");
        assertThat(cell.getAccessibleText())
                .isEqualTo("Sunday, March 29, 2026: 00:00–24:00. The clocks change on this day.");
        assertThat(isMarked(cell)).isTrue();
    }

    @Test
    void theBarStandsAtTheHoursOfTheDay() {
        Week late = Week.NEVER.with(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, 88, 96, true);
        unfold();

        show(late, DayOverrides.NONE);

        Region track = onFx(() -> (Region) cells().getFirst().lookup(".week-row"));
        Node bar = onFx(() -> {
            track.resize(240, 6);
            track.layout();
            return track.lookup(".week-bar");
        });
        assertThat(bar.getLayoutX()).isEqualTo(220);
        assertThat(bar.getLayoutBounds().getWidth()).isEqualTo(20);
    }

    @Test
    void aDayOnWhichHoursSentAsUtcShiftedIsMarked() {
        assertThat(isMarked(cell(ZoneReading.AS_UTC, LocalDate.of(2026, 3, 30), false)))
                .isTrue();
        assertThat(isMarked(cell(ZoneReading.AS_TYPED, LocalDate.of(2026, 3, 30), false)))
                .isFalse();
    }

    @Test
    void theFirstDayShownAndTheFirstOfAMonthNameTheirMonth() {
        assertThat(texts(cell(ZoneReading.AS_TYPED, LocalDate.of(2026, 3, 20), true)))
                .startsWith("20 Mar");
        assertThat(texts(cell(ZoneReading.AS_TYPED, LocalDate.of(2026, 4, 1), false)))
                .startsWith("1 Apr");
        assertThat(texts(cell(ZoneReading.AS_TYPED, LocalDate.of(2026, 4, 2), false)))
                .startsWith("2");
    }

    /// One day of a rule that is armed from 00:00 to 12:00 and on Sundays all day, sent on a day in winter.
    private static DayCell cell(ZoneReading reading, LocalDate date, boolean first) {
        Week week = Week.NEVER
                .with(DayOfWeek.MONDAY, DayOfWeek.SATURDAY, 0, 48, true)
                .with(DayOfWeek.SUNDAY, DayOfWeek.SUNDAY, 0, Week.QUARTERS, true);
        Timetable when = new Timetable(week, ZoneId.of("Europe/Berlin"), reading);
        return onFx(() -> {
            DayCell cell = new DayCell(Strings.strict("rules"));
            cell.show(
                    ArmedDay.from(when, DayOverrides.NONE, Instant.parse("2026-03-20T12:00:00Z"), date, 1)
                            .getFirst(),
                    first);
            return cell;
        });
    }

    private static boolean isMarked(DayCell cell) {
        return ((Label) cell.getChildren().getFirst()).getGraphic() != null;
    }

    private static List<String> texts(DayCell cell) {
        return cell.getChildren().stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList();
    }

    private void show(Week week, DayOverrides dayOverrides) {
        doOnFx(() -> pane.show(new Timetable(week, ZoneOffset.UTC, ZoneReading.AS_TYPED), dayOverrides));
    }

    private void unfold() {
        doOnFx(() -> pane.setExpanded(true));
    }

    private List<DayCell> cells() {
        return onFx(() -> pane.getContent().lookupAll("*").stream()
                .filter(DayCell.class::isInstance)
                .map(DayCell.class::cast)
                .toList());
    }

    private List<String> words() {
        return cells().stream().map(Node::getAccessibleText).toList();
    }

    private List<String> labels() {
        return onFx(() -> pane.getContent().lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .filter(Objects::nonNull)
                .toList());
    }
}
