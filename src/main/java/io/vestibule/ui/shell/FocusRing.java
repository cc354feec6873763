package io.vestibule.ui.shell;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// The ring around the control with the focus. JavaFX draws it only after Tab; here it is also there when the program
/// has set the focus, for example into a card that it opened, and when a key is pressed after a click.
final class FocusRing {

    /// In `app.css` the same as `focus-visible`.
    static final PseudoClass RING = PseudoClass.getPseudoClass("ring");

    /// Between press and release of a mouse button, the focus goes where the pointer is.
    private boolean pointing;

    private @Nullable Node marked;

    void install(Scene scene) {
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> pointing = true);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> pointing = false);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> mark(scene.getFocusOwner()));
        scene.focusOwnerProperty().subscribe(owner -> mark(pointing ? null : owner));
    }

    private void mark(@Nullable Node owner) {
        if (marked != null) {
            marked.pseudoClassStateChanged(RING, false);
        }
        marked = owner;
        if (owner != null) {
            owner.pseudoClassStateChanged(RING, true);
        }
    }
}
