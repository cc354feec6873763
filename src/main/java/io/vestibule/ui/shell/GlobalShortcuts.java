package io.vestibule.ui.shell;

import io.vestibule.ui.control.Banner;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
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

    private final Shell shell;
    private final Runnable newPerson;
    private Subscription typing = Subscription.EMPTY;
    /// The banner that was shown when a text field was edited last.
    private @Nullable Banner edited;

    /// @param newPerson action of Ctrl+N on every screen
    public GlobalShortcuts(Shell shell, Runnable newPerson) {
        this.shell = shell;
        this.newPerson = newPerson;
    }

    public void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        shell.root().addEventHandler(KeyEvent.KEY_PRESSED, GlobalShortcuts::press);
        scene.focusOwnerProperty().addListener((_, _, owner) -> keepFocus(scene, owner));
        scene.focusOwnerProperty().subscribe(this::watchTyping);
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
            case Z -> !belongsToField(event) && shell.banners().undo();
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

    private void watchTyping(@Nullable Node owner) {
        typing.unsubscribe();
        typing = owner instanceof TextInputControl field
                ? field.textProperty()
                        .subscribe((_, _) -> edited = shell.banners().showing().orElse(null))
                : Subscription.EMPTY;
    }

    /// Ctrl+Z undoes what was done last: in a text field the last edit, unless a change with a banner came after it.
    private boolean belongsToField(KeyEvent event) {
        boolean undoable = event.getTarget() instanceof TextInputControl field && field.isUndoable();
        boolean changedSince = shell.banners()
                .showing()
                .filter(banner -> banner.undo().isPresent() && !banner.equals(edited))
                .isPresent();
        return undoable && !changedSince;
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
