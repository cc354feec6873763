package io.vestibule.ui;

import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// Stops the blinking of the caret after a time without user input. While a caret blinks, JavaFX renders sixty times
/// a second for as long as the field has the focus, on a console that may be unattended for hours.
public final class CaretBlinkTimeout {

    /// The same default as GTK.
    public static final Duration USUAL = Duration.seconds(10);

    private final Scene scene;
    private final PauseTransition pause;

    private CaretBlinkTimeout(Scene scene, Duration after) {
        this.scene = scene;
        this.pause = new PauseTransition(after);
        pause.setOnFinished(_ -> blink(false));
    }

    /// @param after time without input
    public static void install(Scene scene, Duration after) {
        var rest = new CaretBlinkTimeout(scene, after);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> rest.wake());
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> rest.wake());
        scene.focusOwnerProperty().subscribe(_ -> rest.pause.playFromStart());
    }

    private void wake() {
        if (pause.getStatus() != PauseTransition.Status.RUNNING) {
            blink(true);
        }
        pause.playFromStart();
    }

    private void blink(boolean on) {
        if (scene.getFocusOwner() instanceof TextInputControl field
                && field.getSkin() instanceof TextInputControlSkin<?> skin) {
            skin.setCaretAnimating(on);
        }
    }
}
