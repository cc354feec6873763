package io.vestibule.ui.control;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Placeholder for a list that is still loading: rows of a face and two lines, in grey, without animation.
public final class SkeletonRows extends VBox {

    private static final double ROW = 48;

    public SkeletonRows(int rows) {
        getStyleClass().add("skeleton");
        setMouseTransparent(true);
        for (int i = 0; i < rows; i++) {
            getChildren().add(row(i));
        }
    }

    private static HBox row(int index) {
        VBox lines = new VBox(8, bar(120 + 40 * (index % 3)), bar(70 + 30 * (index % 2)));
        lines.getStyleClass().add("skeleton-lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        Region face = new Region();
        face.getStyleClass().add("skeleton-face");
        HBox row = new HBox(face, lines);
        row.getStyleClass().add("skeleton-row");
        row.setMinHeight(ROW);
        row.setMaxHeight(ROW);
        return row;
    }

    private static Region bar(double width) {
        Region bar = new Region();
        bar.getStyleClass().add("skeleton-bar");
        bar.setPrefWidth(width);
        bar.setMaxWidth(width);
        return bar;
    }
}
