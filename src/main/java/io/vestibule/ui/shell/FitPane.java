package io.vestibule.ui.shell;

import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Lays its content out in at least the given size.
///
/// Where there is less space, as on a small screen or one whose scale of the system is large, the content is shown
/// smaller. With a larger text size it is enlarged instead, and what then does not fit is reached by scrolling; the
/// control with the focus is always scrolled into view.
final class FitPane extends Region {

    /// The frame of the window takes a little of the least size, which is that of the whole window.
    private static final double FRAME_WIDTH = 40;

    private static final double FRAME_HEIGHT = 60;

    /// Space that stays visible around the control with the focus, in points.
    private static final double MARGIN = 24;

    private static final double STEP = 40;

    /// With a larger text size the content is laid out in less space than usual before it has to be scrolled.
    private static final double DENSE = 0.92;

    private final Node content;
    private final double usualWidth;
    private final double usualHeight;
    private final ObservableDoubleValue zoom;
    private final Scale scale = new Scale(1, 1, 0, 0);
    private final ScrollBar across = bar(Orientation.HORIZONTAL);
    private final ScrollBar down = bar(Orientation.VERTICAL);
    private Subscription focus = Subscription.EMPTY;

    /// @param zoom factor of the chosen text size, 1 for the usual one
    FitPane(Node content, double leastWidth, double leastHeight, ObservableDoubleValue zoom) {
        this.content = content;
        this.usualWidth = leastWidth - FRAME_WIDTH;
        this.usualHeight = leastHeight - FRAME_HEIGHT;
        this.zoom = zoom;
        content.getTransforms().add(scale);
        getChildren().addAll(content, across, down);
        zoom.subscribe(_ -> requestLayout());
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        sceneProperty().subscribe(this::follow);
    }

    @Override
    protected void layoutChildren() {
        double factor = factor();
        double width = getWidth();
        double height = getHeight();
        double leastWidth = usualWidth * DENSE;
        double leastHeight = usualHeight * DENSE;
        double thickness = down.prefWidth(-1);
        boolean isTooHigh = zoom.get() > 1 && leastHeight * factor > height;
        double shownWidth = isTooHigh ? width - thickness : width;
        boolean isTooWide = zoom.get() > 1 && leastWidth * factor > shownWidth;
        double shownHeight = isTooWide ? height - thickness : height;
        scale.setX(factor);
        scale.setY(factor);
        double laidWidth = isTooWide ? leastWidth : shownWidth / factor;
        double laidHeight = isTooHigh ? leastHeight : shownHeight / factor;
        setUp(across, isTooWide, laidWidth * factor, shownWidth);
        setUp(down, isTooHigh, laidHeight * factor, shownHeight);
        across.resizeRelocate(0, shownHeight, shownWidth, thickness);
        down.resizeRelocate(shownWidth, 0, thickness, shownHeight);
        setClip(isTooWide || isTooHigh ? new Rectangle(width, height) : null);
        layoutInArea(content, -across.getValue(), -down.getValue(), laidWidth, laidHeight, 0, HPos.LEFT, VPos.TOP);
    }

    private double factor() {
        if (zoom.get() > 1) {
            return zoom.get();
        }
        double fitting = Math.min(getWidth() / usualWidth, getHeight() / usualHeight);
        return fitting > 0 ? Math.min(1, fitting) : 1;
    }

    private static void setUp(ScrollBar bar, boolean isNeeded, double whole, double shown) {
        bar.setVisible(isNeeded);
        double most = isNeeded ? whole - shown : 0;
        bar.setMax(most);
        bar.setVisibleAmount(isNeeded ? most * shown / whole : 0);
        bar.setBlockIncrement(shown);
        bar.setValue(Math.clamp(bar.getValue(), 0, most));
    }

    private ScrollBar bar(Orientation orientation) {
        var bar = new ScrollBar();
        bar.setOrientation(orientation);
        bar.setUnitIncrement(STEP);
        bar.setFocusTraversable(false);
        bar.setVisible(false);
        bar.setManaged(false);
        bar.valueProperty().subscribe(_ -> requestLayout());
        return bar;
    }

    private void scroll(ScrollEvent event) {
        move(across, -event.getDeltaX());
        move(down, -event.getDeltaY());
    }

    private static void move(ScrollBar bar, double by) {
        bar.setValue(Math.clamp(bar.getValue() + by, 0, bar.getMax()));
    }

    private void follow(@Nullable Scene scene) {
        focus.unsubscribe();
        focus = scene == null ? Subscription.EMPTY : scene.focusOwnerProperty().subscribe(this::reveal);
    }

    private void reveal(@Nullable Node node) {
        if (node == null || zoom.get() <= 1 || !isWithin(node)) {
            return;
        }
        Bounds there = sceneToLocal(node.localToScene(node.getLayoutBounds()));
        move(across, distance(there.getMinX(), there.getMaxX(), down.isVisible() ? down.getLayoutX() : getWidth()));
        move(down, distance(there.getMinY(), there.getMaxY(), across.isVisible() ? across.getLayoutY() : getHeight()));
    }

    private boolean isWithin(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(content)) {
                return true;
            }
        }
        return false;
    }

    /// How far to scroll until the range from `from` to `to` lies between 0 and `end`: its beginning where it is
    /// longer.
    private static double distance(double from, double to, double end) {
        if (from < MARGIN || to - from > end) {
            return from - MARGIN;
        }
        return Math.max(0, to + MARGIN - end);
    }
}
