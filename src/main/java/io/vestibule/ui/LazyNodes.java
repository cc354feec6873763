package io.vestibule.ui;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Nodes that are made when they are first to be seen: what nobody sees needs no style and no layout, and the window is
/// there the sooner.
public final class LazyNodes {

    private LazyNodes() {}

    /// Puts a node behind the one that is the parent's last now, while the condition holds; it takes no room while not.
    public static void in(Pane parent, ObservableValue<Boolean> condition, Supplier<Node> make) {
        var children = parent.getChildren();
        var before = children.isEmpty() ? null : children.getLast();
        condition.subscribe(new Consumer<Boolean>() {
            private @Nullable Node node;

            @Override
            public void accept(Boolean shown) {
                if (shown && node == null) {
                    node = make.get();
                    children.add(children.indexOf(before) + 1, node);
                }
                if (node != null) {
                    node.setVisible(shown);
                    node.setManaged(shown);
                }
            }
        });
    }
}
