package io.vestibule.ui.shell;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Keyboard shortcuts that work on every screen; also makes sure that the focus is never lost.
public final class GlobalShortcuts {

    private static final List<KeyCode> NUMBERS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7);

    private final Shell shell;
    private final Runnable newPerson;

    /// @param newPerson action of Ctrl+N on every screen
    public GlobalShortcuts(Shell shell, Runnable newPerson) {
        this.shell = shell;
        this.newPerson = newPerson;
    }

    public void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        shell.root().addEventHandler(KeyEvent.KEY_PRESSED, GlobalShortcuts::press);
        scene.focusOwnerProperty().addListener((_, _, owner) -> keepFocus(scene, owner));
    }

    private void shortcut(KeyEvent event) {
        if (shell.overlay().isOpen()) {
            return;
        }
        if (event.getCode() == KeyCode.F1) {
            shell.showShortcuts();
            event.consume();
        } else if (event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown()) {
            if (withControl(event)) {
                event.consume();
            }
        }
    }

    private boolean withControl(KeyEvent event) {
        return switch (event.getCode()) {
            case N -> {
                newPerson.run();
                yield true;
            }
            case F -> {
                shell.focusSearch();
                yield true;
            }
            case Z -> !editing(event) && shell.banners().undo();
            default -> goTo(NUMBERS.indexOf(event.getCode()));
        };
    }

    private boolean goTo(int index) {
        boolean there = index >= 0 && index < shell.screens().size();
        if (there) {
            shell.open(shell.screens().get(index));
        }
        return there;
    }

    /// In a text field with an edit to undo, Ctrl+Z belongs to the field.
    private static boolean editing(KeyEvent event) {
        return event.getTarget() instanceof TextInputControl field && field.isUndoable();
    }

    /// In JavaFX only Space presses a focused button; users expect Enter too.
    private static void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof ButtonBase button) {
            button.fire();
            event.consume();
        }
    }

    /// A focused button that is hidden or disabled loses the focus; this moves it back to the screen.
    private void keepFocus(Scene scene, @Nullable Node owner) {
        if (owner == null) {
            Platform.runLater(() -> {
                if (scene.getFocusOwner() == null && !shell.overlay().isOpen()) {
                    shell.focusScreen();
                }
            });
        }
    }
}
