package io.vestibule.ui.shell;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Lays its content out in at least the given size, and shows it smaller where there is less space: on a small
/// screen, or one whose scale of the system is large, every button stays within reach.
final class FitPane extends Region {

    private final Node content;
    private final double leastWidth;
    private final double leastHeight;
    private final Scale scale = new Scale(1, 1, 0, 0);

    FitPane(Node content, double leastWidth, double leastHeight) {
        this.content = content;
        this.leastWidth = leastWidth;
        this.leastHeight = leastHeight;
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    @Override
    protected void layoutChildren() {
        // The frame of the window takes a little of the least size, which is that of the whole window.
        double factor = Math.min(1, Math.min(getWidth() / (leastWidth - 40), getHeight() / (leastHeight - 60)));
        double shown = factor > 0 ? factor : 1;
        scale.setX(shown);
        scale.setY(shown);
        layoutInArea(content, 0, 0, getWidth() / shown, getHeight() / shown, 0, HPos.LEFT, VPos.TOP);
    }
}
