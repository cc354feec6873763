package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.ui.KeyHint;
import io.vestibule.ui.control.Banner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Presses every key that F1 lists, on its screen and in each role: it does something that can be seen. The keys of the
/// live picture are pressed in `capture.ui.LiveScreenTest`.
class ScreenKeysTest extends FilledWindow {

    /// Keys that read again what is shown, which need not change anything.
    private static final List<String> REFRESH = List.of("F5");

    private boolean consumed;
    private static int jobs;

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"RECEPTION", "ADMINISTRATOR"})
    void everyListedKeyWorks(Role role) throws IOException {
        var operators = filled.application.storage().operators();
        operators.list().stream()
                .filter(operator -> operator.role() == role)
                .findFirst()
                .ifPresent(operator -> operators.signIn(operator.id()));
        open(Locale.ENGLISH);
        doOnFx(() -> stage().getScene().getRoot().addEventHandler(KeyEvent.KEY_PRESSED, _ -> consumed = false));
        var dead = new ArrayList<String>();
        for (var screen : shell.screens()) {
            openScreen(screen.id());
            for (var hint : onFx(() -> shell.shortcuts().getFirst().hints())) {
                if (!works(screen.id(), hint)) {
                    dead.add(role + " " + screen.id() + ": " + hint);
                }
            }
        }
        openScreen("people");
        for (var hint : onFx(() -> shell.shortcuts().getLast().hints())) {
            if (!works("people", hint)) {
                dead.add(role + " everywhere: " + hint);
            }
        }
        openScreen("settings");
        assertThat(dead).isEmpty();
    }

    private boolean works(String screen, KeyHint hint) throws IOException {
        openScreen(screen);
        prepare(screen, hint.keys());
        settled();
        var before = onFx(this::state);
        consumed = true;
        if (hint.keys().equals("A – Z")) {
            write("b", 0);
        } else {
            push(codes(hint.keys()));
        }
        settled();
        boolean acted = REFRESH.contains(hint.keys()) ? consumed : changes(before);
        if (hint.keys().equals("Delete")) {
            doOnFx(() -> context.banners().undo());
            settled();
        }
        return acted;
    }

    private boolean changes(String before) {
        try {
            until(() -> !state().equals(before));
            return true;
        } catch (AssertionError _) {
            return false;
        }
    }

    private void prepare(String screen, String keys) throws IOException {
        switch (screen) {
            case "enrol" -> prepareEnrol(keys);
            case "people" -> preparePeople(keys);
            case "rules" -> prepareRules(keys);
            case "activity" -> {
                until(() -> shell.root().lookup(".activity-list") instanceof ListView<?>);
                ListView<?> jobs = onFx(() -> (ListView<?>) shell.root().lookup(".activity-list"));
                select(jobs, prepareJob(keys));
            }
            case "privacy" ->
                doOnFx(() -> table().ifPresent(rows -> {
                    rows.requestFocus();
                    rows.getSelectionModel().clearAndSelect(0);
                }));
            default ->
                doOnFx(() -> shell.currentView().orElseThrow().initialFocus().requestFocus());
        }
    }

    /// Makes a job on which the key acts.
    ///
    /// @return a text in its line
    private String prepareJob(String keys) throws IOException {
        jobs++;
        var name = "Cleo" + "o".repeat(jobs);
        if (keys.equals("Ctrl+Z")) {
            var person = filled.enrol(name, List.of());
            filled.application.enrol().commands().withdrawConsent(person);
        } else {
            filled.park(name);
        }
        return name;
    }

    private void prepareEnrol(String keys) {
        doOnFx(() -> {
            enrol.form().name().set(keys.equals("Ctrl+Enter") ? "" : "Ana");
            stage().getScene().lookup("#enrol-name").requestFocus();
            copyPicture();
        });
    }

    private void preparePeople(String keys) {
        doOnFx(() -> {
            if (stage().getScene().lookup("#people-search") instanceof TextInputControl search) {
                search.clear();
            }
        });
        if (shows("people.cancel")) {
            fire("people.cancel");
        }
        selectPerson();
        switch (keys) {
            case "End" -> doOnFx(() -> list().getSelectionModel().clearAndSelect(0));
            case "Up / Down" -> doOnFx(() -> list().getSelectionModel().clearAndSelect(0));
            case "Esc" -> push(KeyCode.ENTER);
            case "Ctrl+Z" -> doOnFx(() -> context.banners().show(Banner.undoable("done", () -> {})));
            case "Arrows", "Space" -> {
                openScreen("activity");
                doOnFx(() -> lookup(".chip").queryAllAs(ToggleButton.class).stream()
                        .filter(chip -> DeskWindow.isSeen(chip) && !chip.isSelected())
                        .findFirst()
                        .ifPresent(Node::requestFocus));
            }
            default -> {}
        }
        copyPicture();
    }

    private void prepareRules(String keys) {
        until(() -> lookup(".card-list").queryAll().stream().anyMatch(DeskWindow::isSeen)
                && list().getItems().size() > 1);
        doOnFx(() -> {
            list().requestFocus();
            list().getSelectionModel().clearAndSelect(0);
            list().getFocusModel().focus(0);
        });
        settled();
        if (keys.equals("Ctrl+Enter")) {
            doOnFx(() -> stage().getScene().lookup("#rule-name").requestFocus());
        } else if (keys.equals("Space") || keys.endsWith("Arrows")) {
            until(this::focusesWeek);
        }
    }

    /// Opens the card of the week where it is folded.
    private boolean focusesWeek() {
        var grid = shell.root().lookup(".week-grid");
        if (grid == null) {
            return false;
        }
        if (!DeskWindow.isSeen(grid)) {
            Node card = grid;
            while (!card.getStyleClass().contains("card-pane")) {
                card = card.getParent();
            }
            ((Button) card.lookup(".card-head")).fire();
        }
        grid.requestFocus();
        return grid.isFocused();
    }

    private void copyPicture() {
        doOnFx(() -> {
            var content = new ClipboardContent();
            content.putImage(
                    new Image(SAMPLES.resolve("sample-person-1/1.jpg").toUri().toString()));
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private void select(ListView<?> list, String text) {
        until(() -> list.getItems().stream().anyMatch(item -> item.toString().contains(text)));
        doOnFx(() -> {
            list.requestFocus();
            for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i).toString().contains(text)) {
                    list.getSelectionModel().clearAndSelect(i);
                    list.getFocusModel().focus(i);
                }
            }
        });
    }

    private static KeyCode[] codes(String keys) {
        return Arrays.stream(keys.split("\\+", -1))
                .map(key -> switch (key) {
                    case "Ctrl" -> KeyCode.CONTROL;
                    case "Shift" -> KeyCode.SHIFT;
                    case "Esc" -> KeyCode.ESCAPE;
                    case "Arrows" -> KeyCode.RIGHT;
                    case "Up / Down" -> KeyCode.DOWN;
                    default -> key.startsWith("1 –") ? KeyCode.DIGIT1 : KeyCode.getKeyCode(key);
                })
                .toArray(KeyCode[]::new);
    }

    /// Everything that can be seen: texts, selections, and where the focus is.
    private String state() {
        var state = new StringBuilder();
        walk(stage().getScene().getRoot(), state);
        var owner = stage().getScene().getFocusOwner();
        return state.append(owner)
                .append(Objects.toString(owner.getAccessibleText()))
                .toString();
    }

    private static void walk(Node node, StringBuilder state) {
        if (!node.isVisible()) {
            return;
        }
        switch (node) {
            case TextInputControl field -> state.append(field.getText()).append('\n');
            case ListView<?> list -> state.append(list.getSelectionModel().getSelectedIndices());
            case TableView<?> table -> state.append(table.getSelectionModel().getSelectedIndices());
            case ToggleButton toggle -> state.append(toggle.getText()).append(toggle.isSelected());
            case Labeled labeled -> state.append(labeled.getText()).append('\n');
            default -> {}
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, state));
        }
    }
}
