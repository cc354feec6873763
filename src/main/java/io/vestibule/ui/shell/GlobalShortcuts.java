package io.vestibule.ui.shell;

import io.vestibule.ui.LastEdit;
import io.vestibule.ui.ScreenView;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9);

    /// Keys that change a text, alone or with Ctrl.
    private static final Set<KeyCode> EDITING =
            EnumSet.of(KeyCode.BACK_SPACE, KeyCode.DELETE, KeyCode.V, KeyCode.X, KeyCode.Y);

    private final Shell shell;
    private final Runnable newPerson;
    private long typedAt = System.nanoTime();

    /// @param newPerson action of Ctrl+N on every screen
    public GlobalShortcuts(Shell shell, Runnable newPerson) {
        this.shell = shell;
        this.newPerson = newPerson;
    }

    public void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        shell.root().addEventHandler(KeyEvent.KEY_PRESSED, GlobalShortcuts::press);
        scene.focusOwnerProperty().addListener((_, _, owner) -> keepFocus(scene, owner));
        scene.addEventFilter(KeyEvent.ANY, this::typed);
        new FocusRing().install(scene);
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
            case Z -> undo(event);
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

    /// Undoes what was done last: letters typed into the field with the focus, what a banner offers to undo, or the
    /// last edit on the screen.
    private boolean undo(KeyEvent event) {
        Optional<LastEdit> edit = shell.currentView().flatMap(ScreenView::lastEdit);
        boolean isBannerNewer = edit.filter(last -> !shell.banners().isUndoableSince(last.nanos()))
                .isEmpty();
        if (belongsToField(event, edit)) {
            return false;
        }
        if (isBannerNewer) {
            return shell.banners().undo();
        }
        edit.ifPresent(last -> last.undo().run());
        return true;
    }

    private boolean belongsToField(KeyEvent event, Optional<LastEdit> edit) {
        return event.getTarget() instanceof TextInputControl field
                && field.isUndoable()
                && !shell.banners().isUndoableSince(typedAt)
                && edit.filter(last -> !last.typed() && last.nanos() - typedAt > 0)
                        .isEmpty();
    }

    /// Notes when the operator typed into a text field last. What the program writes there does not count.
    private void typed(KeyEvent event) {
        boolean letter = event.getEventType() == KeyEvent.KEY_TYPED
                && !event.getCharacter().isEmpty()
                && event.getCharacter().charAt(0) >= ' ';
        boolean edits = event.getEventType() == KeyEvent.KEY_PRESSED && EDITING.contains(event.getCode());
        if (event.getTarget() instanceof TextInputControl && (letter || edits)) {
            typedAt = System.nanoTime();
        }
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
