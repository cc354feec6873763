package io.vestibule.ui;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Creates nodes when they are first shown: hidden nodes then need no style and no layout, and the window appears
/// sooner.
public final class LazyNodes {

    private LazyNodes() {}

    /// Inserts a node after the parent's current last child while the condition holds; it takes no space while not.
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
