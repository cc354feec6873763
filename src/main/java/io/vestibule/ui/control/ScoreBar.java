package io.vestibule.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A score of 0..100 as a bar, with the threshold as a mark on it.
public final class ScoreBar extends Pane {

    private static final double HEIGHT = 8;
    private static final double MARK = 2;
    private static final double OVER = 4; // how far the mark extends above and below

    private final Region fill = new Region();
    private final Region mark = new Region();
    private final Region track = new Region();
    private final double score;
    private final double threshold;

    /// @param words for screen readers
    public ScoreBar(double score, double threshold, String words) {
        this.score = Math.clamp(score, 0, 100);
        this.threshold = Math.clamp(threshold, 0, 100);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setAccessibleText(words);
        track.getStyleClass().add("score-track");
        fill.getStyleClass().add(score >= threshold ? "score-fill" : "score-fill-low");
        mark.getStyleClass().add("score-mark");
        getChildren().setAll(track, fill, mark);
        setMinHeight(HEIGHT + 2 * OVER);
        setPrefSize(240, HEIGHT + 2 * OVER);
        setMaxHeight(HEIGHT + 2 * OVER);
    }

    @Override
    protected void layoutChildren() {
        track.resizeRelocate(0, OVER, getWidth(), HEIGHT);
        fill.resizeRelocate(0, OVER, getWidth() * score / 100, HEIGHT);
        mark.resizeRelocate(getWidth() * threshold / 100 - MARK / 2, 0, MARK, HEIGHT + 2 * OVER);
    }
}
