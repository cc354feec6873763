package io.vestibule.capture.ui;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/// How much of the plan is done, as a ring that closes. A text beside it says the same.
final class StepRing extends Pane {

    private static final double SIZE = 36;
    private static final double RADIUS = 15;

    private final Arc done = new Arc(SIZE / 2, SIZE / 2, RADIUS, RADIUS, 90, 0);

    StepRing() {
        var track = new Circle(SIZE / 2, SIZE / 2, RADIUS);
        track.getStyleClass().add("ring-track");
        done.setType(ArcType.OPEN);
        done.getStyleClass().add("ring-done");
        getChildren().addAll(track, done);
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        setMouseTransparent(true);
    }

    /// @param share 0..1
    void show(double share) {
        done.setLength(-360 * share);
    }
}
