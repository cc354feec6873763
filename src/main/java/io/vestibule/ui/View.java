package io.vestibule.ui;

import javafx.scene.Node;

/// A piece of a screen: nodes and bindings, no decisions. Views are built once and shown many times, so whatever
/// listens to the world subscribes in [#shown] and lets go in [#hidden].
public interface View {

    Node node();

    /// The view came on screen. FX thread.
    default void shown() {}

    /// The view left the screen. FX thread.
    default void hidden() {}

    /// Where typing goes when the view is shown, and when focus would otherwise be lost.
    Node initialFocus();
}
