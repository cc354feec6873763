package io.vestibule.ui.control;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/// Finds focusable nodes.
public final class Focus {

    private Focus() {}

    /// The node itself, or its first descendant in child order that Tab could reach now.
    public static @Nullable Node first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return null;
        }
        if (node.isFocusTraversable()) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = first(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /// Scrolls the nearest scroll pane so that the node is in view.
    public static void reveal(Node node) {
        for (@Nullable Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane) {
                Bounds place = pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
                double seen = pane.getViewportBounds().getHeight();
                double hidden = pane.getContent().getBoundsInLocal().getHeight() - seen;
                if (hidden > 0) {
                    pane.setVvalue(Math.clamp((place.getCenterY() - seen / 2) / hidden, 0, 1) * pane.getVmax());
                }
                return;
            }
        }
    }
}
