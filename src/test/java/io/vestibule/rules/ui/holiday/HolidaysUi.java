package io.vestibule.rules.ui.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.desktop.ProblemMapper;
import io.vestibule.app.wiring.RulesFixture;
import io.vestibule.base.Problem;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.RuleKeys;
import io.vestibule.rules.holiday.Holiday;
import io.vestibule.rules.week.DayEffect;
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
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The calendar on the screen over a real application, and what is found in it.
abstract class HolidaysUi extends FxTest {

    static final RuleId DOOR = RuleId.mint();
    static final RuleId GATE = RuleId.mint();
    static final DateTimeFormatter DAY =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.ENGLISH);

    @TempDir
    Path folder;

    final RulesFixture at = new RulesFixture() {};
    final List<String> changes = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    LocalDate today;

    @BeforeEach
    void open() {
        at.folder = folder;
        at.open();
        at.application.storage().settings().set(RuleKeys.ZONE, "Pacific/Auckland");
        today = LocalDate.ofInstant(at.clock.instant(), ZoneId.of("Pacific/Auckland"));
    }

    @AfterEach
    void close() {
        at.close();
    }

    void showPane(boolean mayManage) {
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
                        at.clock,
                        new HolidaysModel.HolidayCallbacks(() -> changes.add("changed"), problems::add))));
    }

    void fill(String called, LocalDate first, LocalDate last) {
        doOnFx(() -> {
            name().setText(called);
            date("First day").setValue(first);
            date("Last day").setValue(last);
            if (!chip("Disarmed all day").isSelected() && !chip("Armed all day").isSelected()) {
                chip("Disarmed all day").fire();
            }
        });
    }

    void put(String called, LocalDate first, LocalDate last) {
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

    void refused(String words) {
        assertThat(labels()).contains(words);
        assertThat(kept()).isEmpty();
        assertThat(changes).isEmpty();
    }

    List<Holiday> kept() {
        return at.rules.holidays().all().all();
    }

    TextField name() {
        return lookup(node -> node instanceof TextField field && "Name".equals(field.getAccessibleText()))
                .query();
    }

    DatePicker date(String words) {
        return lookup(node -> node instanceof DatePicker picker && words.equals(picker.getAccessibleText()))
                .query();
    }

    CheckBox box(String words) {
        return lookup(node -> node instanceof CheckBox box && words.equals(box.getText()))
                .query();
    }

    ToggleButton chip(String words) {
        return lookup(node -> node instanceof ToggleButton chip && words.equals(chip.getText()))
                .query();
    }

    Button button(String words) {
        return lookup(node -> node instanceof Button button
                        && (words.equals(button.getText()) || words.equals(button.getAccessibleText())))
                .query();
    }

    List<String> labels() {
        return onFx(() -> stage().getScene().getRoot().lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .filter(Objects::nonNull)
                .toList());
    }

    static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
