package io.vestibule.app.desktop;

import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.Role;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.week.Week;
import io.vestibule.setup.ui.AppKeys;
import io.vestibule.ui.Theme;
import io.vestibule.ui.shell.WindowBounds;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;

/// The Rules screen in the real window on a real application, and methods that operate it.
abstract class RulesScreen extends ProgramWindow {

    @BeforeEach
    void open() throws Exception {
        var data = folder.resolve("data");
        try (var made = TestApplication.furnished(data)) {
            made.storage().operators().add("Robin", Role.RECEPTION);
            made.storage().settings().set(AppKeys.WINDOW, new WindowBounds(0, 0, 1000, 700, false).text());
            SavedPerson.put(made, "Ana Silva", true);
            SavedPerson.put(made, "Nora Waiting", false);
        }
        open(data);
        doOnFx(() -> desktop.shell().orElseThrow().open("rules"));
        until(() -> labels().contains("Laptop left behind"));
    }

    static void mouse(Node grid, EventType<MouseEvent> type, DayOfWeek day, int quarter) {
        double x = 44 + (quarter + 0.5) * (grid.getLayoutBounds().getWidth() - 44) / Week.QUARTERS;
        double y = 20 + (day.getValue() - 0.5) * 24;
        fireMouse(grid, type, x, y);
    }

    List<RuleDraft> drafts() {
        return application.rules().drift().reportWithoutNetwork(Optional.empty()).entries().stream()
                .map(RuleEntry::local)
                .flatMap(Optional::stream)
                .map(RuleRecord::draft)
                .toList();
    }

    Week week() {
        return drafts().getLast().timetable().week();
    }

    void fire(String text) {
        until(() -> buttons().anyMatch(button -> text.equals(button.getText()) && isSeen(button)));
        doOnFx(() -> button(text).fire());
    }

    /// Opens a card of the builder that is folded.
    void unfold(String title) {
        doOnFx(() -> buttons()
                .filter(button -> String.valueOf(button.getAccessibleText()).startsWith(title)
                        && button.getAccessibleText().endsWith(", folded"))
                .findFirst()
                .ifPresent(Button::fire));
    }

    Stream<Button> buttons() {
        return window.getScene().getRoot().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast);
    }

    Button button(String text) {
        return buttons()
                .filter(button -> text.equals(button.getText()) && isSeen(button))
                .findFirst()
                .orElseThrow();
    }

    CheckBox box(String text) {
        return window.getScene().getRoot().lookupAll(".check-box").stream()
                .map(CheckBox.class::cast)
                .filter(box -> text.equals(box.getText()))
                .findFirst()
                .orElseThrow();
    }

    Optional<TextInputControl> field(String words) {
        return window.getScene().getRoot().lookupAll(".text-field").stream()
                .filter(TextField.class::isInstance)
                .map(TextInputControl.class::cast)
                .filter(field -> words.equals(field.getAccessibleText()))
                .findFirst();
    }

    void focus(String words) {
        doOnFx(() -> field(words).orElseThrow().requestFocus());
    }

    String sentence() {
        return labels().stream()
                .filter(text -> text.startsWith("When "))
                .filter(text -> text.contains(", notify "))
                .reduce("", (one, other) -> one + other);
    }

    List<String> labels() {
        return Stream.of(".label", ".list-cell")
                .flatMap(style -> window.getScene().getRoot().lookupAll(style).stream())
                .filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .filter(Objects::nonNull)
                .toList();
    }

    static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    void type(String text) {
        write(text, 0);
    }

    void tap(KeyCode key) {
        press(key).release(key);
    }

    void picture(String name) throws Exception {
        for (Theme.Choice look : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            onFx(() -> new Theme(look));
            shoot("rules-" + name + "-" + look);
        }
        onFx(() -> new Theme(Theme.Choice.LIGHT));
    }
}
