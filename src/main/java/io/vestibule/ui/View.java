package io.vestibule.ui;

import javafx.scene.Node;

/// A part of a screen: nodes and bindings, no logic. Views are built once and shown many times, so a view that
/// listens to objects outside itself subscribes in [#shown] and unsubscribes in [#hidden].
public interface View {

    Node node();

    /// Called when the view is shown. FX thread.
    default void shown() {}

    /// Called when the view is hidden. FX thread.
    default void hidden() {}

    /// The node that gets the focus when the view is shown, and when the focus would otherwise be lost.
    Node initialFocus();
}
