package io.vestibule.rules.ui.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.desktop.ProblemMapper;
import io.vestibule.app.wiring.RulesFixture;
import io.vestibule.audit.Role;
import io.vestibule.base.Problem;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.RuleKeys;
import io.vestibule.rules.holiday.Holiday;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.ui.Accessible;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.InlineTaskRunner;
import io.vestibule.ui.Strings;
import io.vestibule.ui.UnexpectedFailure;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The calendar on the screen: its list and its form, over a real house.
class HolidaysPaneTest extends FxTest {

    private static final RuleId DOOR = RuleId.mint();
    private static final RuleId GATE = RuleId.mint();
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.ENGLISH);

    @TempDir
    Path folder;

    private final RulesFixture at = new RulesFixture() {};
    private final List<String> changes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private LocalDate today;

    @BeforeEach
    void open() {
        at.folder = folder;
        at.open();
        at.application.storage().settings().set(RuleKeys.ZONE, "Pacific/Auckland");
        today = LocalDate.now(ZoneId.of("Pacific/Auckland"));
    }

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void anEmptyCalendarSaysSo() {
        showPane(true);

        assertThat(labels()).contains("No holidays yet.");
        assertThat(onFx(() -> Accessible.problems(stage().getScene()))).isEmpty();
    }

    @Test
    void theFormBeginsWithTodayOfTheCompanySilencedAndForAllRules() {
        showPane(true);

        assertThat(date("First day").getValue()).isEqualTo(today);
        assertThat(date("Last day").getValue()).isEqualTo(today);
        assertThat(chip("Disarmed all day").isSelected()).isTrue();
        assertThat(box("For all rules").isSelected()).isTrue();
        assertThat(isSeen(box("Door"))).isFalse();
    }

    @Test
    void aNameAndCtrlEnterKeepAHolidayAndTheFormIsReadyForTheNext() {
        showPane(true);
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
        clickOn(box("For all rules"));
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
        clickOn(button("Save holiday"));

        assertThat(kept()).hasSize(1);
        assertThat(labels()).doesNotContain("The last day is before the first day, or more than a year after it.");
    }

    @Test
    void aHolidayForNoRuleIsRefused() {
        showPane(true);
        fill("For none", today, today);
        clickOn(box("For all rules"));

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
    void whatIsOverIsNotListedAndWhatEndsTodayIs() {
        put("Over", today.minusDays(9), today.minusDays(1));
        put("Ends today", today.minusDays(9), today);

        showPane(true);

        assertThat(labels()).contains("Ends today").doesNotContain("Over");
    }

    @Test
    void overlappingHolidaysAreBothKept() {
        put("First", today, today.plusDays(5));
        showPane(true);
        fill("Second", today.plusDays(2), today.plusDays(9));

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

        assertThat(labels()).contains(DAY.format(today) + " · silenced · no rule any more");
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
        at.signIn(Role.RECEPTION);

        clickOn(button("Save holiday"));

        assertThat(problems).extracting(Problem::code).containsExactly("audit.not-allowed");
        assertThat(name().getText()).isEqualTo("Founding day");
        assertThat(kept()).isEmpty();
        assertThat(changes).isEmpty();
    }

    private void showPane(boolean mayManage) {
        show(
                900,
                700,
                () -> new HolidaysPane(new HolidaysModel(
                        at.rules::holidays,
                        List.of(new HolidaysModel.Choice(DOOR, "Door"), new HolidaysModel.Choice(GATE, "Gate")),
                        mayManage,
                        new InlineTaskRunner(failure -> ProblemMapper.problemOf(failure)
                                .orElseGet(() -> UnexpectedFailure.of(failure).problem())),
                        Strings.strict("rules", "ui"),
                        new HolidaysModel.HolidayCallbacks(() -> changes.add("changed"), problems::add))));
    }

    private void fill(String called, LocalDate first, LocalDate last) {
        doOnFx(() -> {
            name().setText(called);
            date("First day").setValue(first);
            date("Last day").setValue(last);
        });
    }

    private void put(String called, LocalDate first, LocalDate last) {
        at.rules
                .holidays()
                .save(new Holiday(
                        UUID.randomUUID(),
                        at.rules.holidays().company(),
                        called,
                        first,
                        last,
                        DayEffect.SILENCED,
                        Optional.empty()));
    }

    private void refused(String words) {
        assertThat(labels()).contains(words);
        assertThat(kept()).isEmpty();
        assertThat(changes).isEmpty();
    }

    private List<Holiday> kept() {
        return at.rules.holidays().all().all();
    }

    private TextField name() {
        return lookup(node -> node instanceof TextField field && "Name".equals(field.getAccessibleText()))
                .query();
    }

    private DatePicker date(String words) {
        return lookup(node -> node instanceof DatePicker picker && words.equals(picker.getAccessibleText()))
                .query();
    }

    private CheckBox box(String words) {
        return lookup(node -> node instanceof CheckBox box && words.equals(box.getText()))
                .query();
    }

    private ToggleButton chip(String words) {
        return lookup(node -> node instanceof ToggleButton chip && words.equals(chip.getText()))
                .query();
    }

    private Button button(String words) {
        return lookup(node -> node instanceof Button button
                        && (words.equals(button.getText()) || words.equals(button.getAccessibleText())))
                .query();
    }

    private List<String> labels() {
        return onFx(() -> stage().getScene().getRoot().lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .filter(Objects::nonNull)
                .toList());
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
