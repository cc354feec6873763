package io.vestibule.ui.shell;

import atlantafx.base.controls.Popover;
import io.vestibule.ui.control.Focus;
import javafx.scene.Node;

/// Popovers that open above the status bar.
final class Popovers {

    private Popovers() {}

    /// Esc and a click elsewhere close it; the focus moves in if it has a control, and returns to the owner
    /// afterwards.
    static Popover above(Node owner, Popover.ArrowLocation arrow, Node content) {
        Popover popover = new Popover(content);
        popover.setArrowLocation(arrow);
        popover.setAnimated(false);
        popover.setDetachable(false);
        popover.setCloseButtonEnabled(false);
        popover.setHeaderAlwaysVisible(false);
        popover.setOnHidden(_ -> owner.requestFocus());
        popover.show(owner);
        Node first = Focus.first(content);
        if (first != null) {
            first.requestFocus();
        }
        return popover;
    }
}
