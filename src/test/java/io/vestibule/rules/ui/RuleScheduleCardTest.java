package io.vestibule.rules.ui;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.rules.week.DayOverrides;
import io.vestibule.rules.week.Preset;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.Week;
import io.vestibule.rules.week.ZoneReading;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The hours of a rule. It is for everybody in office hours when the card opens.
class RuleScheduleCardTest extends RulesUi {

    private static final Week OFFICE = Preset.OFFICE_HOURS.week();

    private RuleRecord rule;
    private RuleScheduleCard card;

    @BeforeEach
    void showCard() {
        rule = at.known("Guests");
        open(rule);
        openCard();
    }

    private void openCard() {
        card = onFx(() -> new RuleScheduleCard(model));
        show(900, 800, () -> card);
        doOnFx(() -> model.draft.subscribe(now -> now.ifPresent(draft -> card.show(draft, model.mayEdit()))));
    }

    @ParameterizedTest
    @CsvSource({"Always, ALWAYS", "Office hours, OFFICE_HOURS", "Nights and weekends, NIGHTS_AND_WEEKENDS"})
    void aPresetPaintsTheWholeWeek(String words, Preset preset) {
        fire("Clear");
        assertThat(week()).isEqualTo(Week.NEVER);

        clickOn(button(words));

        assertThat(week()).isEqualTo(preset.week());
    }

    @Test
    void whatIsPaintedByKeysIsKept() {
        fire("Clear");
        doOnFx(() -> card.grid().requestFocus());

        press(KeyCode.SHIFT);
        tap(KeyCode.RIGHT, KeyCode.DOWN);
        release(KeyCode.SHIFT);

        assertThat(week()).isEqualTo(Week.NEVER.with(MONDAY, TUESDAY, 32, 34, true));
    }

    @Test
    void aSpanOverMidnightReachesIntoTheNextDay() {
        fire("Clear");

        clickOn(button("Add hours"));

        assertThat(week())
                .isEqualTo(Week.NEVER.with(MONDAY, MONDAY, 88, 96, true).with(TUESDAY, TUESDAY, 0, 24, true));
    }

    @Test
    void aSpanFromSundayOverMidnightReachesIntoMonday() {
        fire("Clear");
        span(SUNDAY, LocalTime.of(23, 30), LocalTime.of(0, 30));

        fire("Add hours");

        assertThat(week())
                .isEqualTo(Week.NEVER.with(SUNDAY, SUNDAY, 94, 96, true).with(MONDAY, MONDAY, 0, 2, true));
    }

    @Test
    void aSpanIsAddedToWhatIsPainted() {
        span(SATURDAY, LocalTime.of(10, 0), LocalTime.of(14, 0));

        fire("Add hours");

        assertThat(week()).isEqualTo(OFFICE.with(SATURDAY, SATURDAY, 40, 56, true));
    }

    @Test
    void theDayOfTheCursorIsCopiedToTheWeekdaysOrToAll() {
        fire("Clear");
        span(SUNDAY, LocalTime.of(10, 0), LocalTime.of(14, 0));
        fire("Add hours");
        doOnFx(() -> card.grid().requestFocus());
        for (int i = 0; i < 6; i++) {
            tap(KeyCode.DOWN);
        }

        copy("Sunday to Monday–Friday");
        assertThat(week())
                .isEqualTo(Week.NEVER.with(SUNDAY, SUNDAY, 40, 56, true).with(MONDAY, FRIDAY, 40, 56, true));

        copy("Sunday to all days");
        assertThat(week()).isEqualTo(Week.NEVER.with(MONDAY, SUNDAY, 40, 56, true));
    }

    @Test
    void anEmptyDayIsCopiedToo() {
        doOnFx(() -> card.grid().requestFocus());
        tap(KeyCode.UP);
        for (int i = 0; i < 6; i++) {
            tap(KeyCode.DOWN);
        }

        copy("Sunday to all days");

        assertThat(week()).isEqualTo(Week.NEVER);
    }

    @Test
    void anotherZoneLeavesWhatIsPainted() {
        doOnFx(() -> this.<ZoneId>choice("Time zone").setValue(ZoneId.of("Asia/Kathmandu")));

        assertThat(stored(rule).draft().timetable())
                .isEqualTo(new Timetable(OFFICE, ZoneId.of("Asia/Kathmandu"), ZoneReading.AS_TYPED));
    }

    @Test
    void zonesArePlacesAndUtc() {
        List<ZoneId> offered =
                onFx(() -> List.copyOf(this.<ZoneId>choice("Time zone").getItems()));

        assertThat(offered)
                .contains(ZoneId.of("UTC"), ZoneId.of("Europe/Berlin"))
                .noneMatch(zone -> zone.getId().startsWith("Etc/"))
                .noneMatch(zone -> zone.getId().equals("EST5EDT"));
    }

    @Test
    void zonesAreSearchedAndTheFirstFoundIsChosenByEnter() {
        type("Find a time zone", "new york");
        assertThat(onFx(() -> List.copyOf(this.<ZoneId>choice("Time zone").getItems())))
                .contains(ZoneId.of("America/New_York"), ZoneId.of("Europe/Berlin"))
                .hasSize(2);
        assertThat(stored(rule).draft().timetable().zone())
                .as("typing chooses nothing")
                .isEqualTo(ZoneId.of("Europe/Berlin"));

        tap(KeyCode.ENTER);

        assertThat(stored(rule).draft().timetable().zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(field("Find a time zone").getText()).isEmpty();
        assertThat(onFx(() -> this.<ZoneId>choice("Time zone").getItems())).hasSizeGreaterThan(100);
    }

    @Test
    void theReadingIsChosenByItsChip() {
        fire("UTC, converted when sent");

        assertThat(stored(rule).draft().timetable())
                .isEqualTo(new Timetable(OFFICE, ZoneId.of("Europe/Berlin"), ZoneReading.AS_UTC));
    }

    @Test
    void whatIsShownIsNoEdit() {
        RuleRecord before = stored(rule);

        doOnFx(() -> card.show(
                before.draft().withTimetable(new Timetable(Week.ALWAYS, ZoneOffset.UTC, ZoneReading.AS_UTC)), true));

        assertThat(stored(rule)).isEqualTo(before);
    }

    @Test
    void theCalendarThatArrivesLaterIsInTheNextDays() {
        LocalDate soon = LocalDate.ofInstant(at.clock.instant(), ZoneId.of("Europe/Berlin"))
                .plusDays(7);
        doOnFx(() -> ((TitledPane) card.lookup(".next-days")).setExpanded(true));

        doOnFx(() -> card.overrides(new DayOverrides(ZoneId.of("Europe/Berlin"), Map.of(soon, DayEffect.SILENCED))));

        assertThat(onFx(() -> card.lookupAll("*").stream()
                        .map(Node::getAccessibleText)
                        .filter(text -> text != null && text.endsWith("Because of a holiday, disarmed."))
                        .toList()))
                .hasSize(1);
    }

    @Test
    void whoMayNotEditHasNoToolsAndPaintsNothing() {
        at.signIn(Role.RECEPTION);
        openCard();

        assertThat(hasButton("Always")).isFalse();
        assertThat(hasButton("Add hours")).isFalse();
        assertThat(onFx(() -> choice("Time zone").isDisabled())).isTrue();
        doOnFx(() -> card.grid().requestFocus());
        tap(KeyCode.SPACE);
        assertThat(week()).isEqualTo(OFFICE);
        assertThat(desk.failed()).isEmpty();
    }

    private void span(DayOfWeek day, LocalTime from, LocalTime to) {
        doOnFx(() -> {
            this.<DayOfWeek>choice("Start day").setValue(day);
            this.<LocalTime>choice("From").setValue(from);
            this.<LocalTime>choice("To; a time that is not later than the start is on the next day")
                    .setValue(to);
        });
    }

    private void copy(String words) {
        MenuButton menu = (MenuButton) button("Copy day");
        doOnFx(menu::show);
        MenuItem item = onFx(() -> menu.getItems().stream()
                .filter(one -> words.equals(one.getText()))
                .findFirst()
                .orElseThrow());
        doOnFx(() -> {
            item.fire();
            menu.hide();
        });
    }

    private Week week() {
        return stored(rule).draft().timetable().week();
    }
}
