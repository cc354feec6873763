package io.vestibule.ui;

import io.vestibule.ui.control.RowLabel;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/// Finds texts that are cut, lie over each other or leave the window, by measuring. FX thread.
public final class LayoutFaults {

    /// Glyphs reach a little over their bounds.
    private static final double TOLERANCE = 2;

    /// @param bounds of the part that is not clipped
    private record Shown(Text node, Bounds bounds, String path) {}

    private final Parent root;
    private final Bounds whole;
    private final List<String> faults = new ArrayList<>();
    private final List<Shown> texts = new ArrayList<>();

    private LayoutFaults(Parent root) {
        this.root = root;
        this.whole = root.localToScene(root.getLayoutBounds());
    }

    /// One line for each fault; empty if there is none.
    public static List<String> of(Parent root) {
        root.applyCss();
        root.layout();
        var search = new LayoutFaults(root);
        search.walk(root, search.whole);
        search.findOverlaps();
        return List.copyOf(search.faults);
    }

    /// @param visible the part of the scene in which the node is not clipped
    private void walk(Node node, Bounds visible) {
        if (!node.isVisible() || node.getOpacity() == 0 || node instanceof TextInputControl) {
            return;
        }
        if (node instanceof Labeled labeled && !(labeled instanceof Cell<?> cell && cell.isEmpty())) {
            checkCut(labeled);
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            var bounds = text.localToScene(text.getLayoutBounds());
            if (visible.equals(whole) && bounds.getMaxY() > whole.getMaxY() + TOLERANCE) {
                faults.add("below the window: " + path(text) + " \"" + text.getText() + "\"");
            }
            if (visible.intersects(bounds)) {
                texts.add(new Shown(text, intersection(visible, bounds), path(text)));
                if (bounds.getMaxX() > visible.getMaxX() + TOLERANCE
                        || bounds.getMinX() < visible.getMinX() - TOLERANCE) {
                    faults.add("leaves its place: " + path(text) + " \"" + text.getText() + "\"");
                }
            }
        }
        if (node instanceof Parent parent) {
            boolean clips = node instanceof ScrollPane || node.getClip() != null;
            var inner = clips ? intersection(visible, node.localToScene(node.getLayoutBounds())) : visible;
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, inner));
        }
    }

    private static Bounds intersection(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        return new javafx.geometry.BoundingBox(
                left,
                top,
                Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - left),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - top));
    }

    private void checkCut(Labeled labeled) {
        var words = labeled.getText();
        if (words == null || words.isBlank() || labeled.getWidth() == 0) {
            return;
        }
        if (labeled instanceof RowLabel || isExcused(labeled, words)) {
            return;
        }
        for (var child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text
                    && !child.equals(labeled.getGraphic())
                    && text.isVisible()
                    && !text.getText().equals(words)
                    && !text.getText().replaceAll("\\s+", "").equals(words.replaceAll("\\s+", ""))) {
                faults.add("cut to \"" + text.getText() + "\": " + path(labeled) + " \"" + words + "\"");
            }
        }
    }

    /// A row of a list has a fixed height; its tooltip has the whole text.
    private static boolean isExcused(Labeled labeled, String words) {
        var whole = labeled.getTooltip();
        for (Node at = labeled; at != null; at = at.getParent()) {
            if (at instanceof Cell<?>) {
                return whole != null && words.equals(whole.getText());
            }
        }
        return false;
    }

    private void findOverlaps() {
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                var one = texts.get(i);
                var other = texts.get(j);
                double wide = Math.min(one.bounds().getMaxX(), other.bounds().getMaxX())
                        - Math.max(one.bounds().getMinX(), other.bounds().getMinX());
                double high = Math.min(one.bounds().getMaxY(), other.bounds().getMaxY())
                        - Math.max(one.bounds().getMinY(), other.bounds().getMinY());
                if (wide > TOLERANCE
                        && high > 2 * TOLERANCE
                        && !one.node().getParent().equals(other.node().getParent())) {
                    faults.add("overlap: " + one.path() + " \"" + one.node().getText() + "\" and " + other.path()
                            + " \"" + other.node().getText() + "\"");
                }
            }
        }
    }

    private String path(Node node) {
        var path = new StringBuilder(node.getClass().getSimpleName());
        var up = node.getParent();
        for (int i = 0; i < 3 && up != null && !up.equals(root); i++) {
            path.insert(0, up.getClass().getSimpleName() + up.getStyleClass() + " > ");
            up = up.getParent();
        }
        return path.toString();
    }
}
