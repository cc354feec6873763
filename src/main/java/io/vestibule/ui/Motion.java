package io.vestibule.ui;

import javafx.animation.FadeTransition;
import javafx.animation.ParallelTransition;
import javafx.animation.TranslateTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.util.Duration;

/// The little that moves: never longer than 150 ms, and not at all where the system asks for less motion.
public final class Motion {

    private static final Duration LENGTH = Duration.millis(150);

    private Motion() {}

    /// FX thread only, as the platform's preferences are.
    public static boolean allowed() {
        return !Platform.getPreferences().isReducedMotion();
    }

    public static void fadeIn(Node node) {
        if (isSeen(node)) {
            fade(node).play();
        }
    }

    /// Slides a node down into its place from `distance` pixels above it.
    public static void slideIn(Node node, double distance) {
        if (isSeen(node)) {
            TranslateTransition slide = new TranslateTransition(LENGTH, node);
            slide.setFromY(-distance);
            slide.setToY(0);
            new ParallelTransition(slide, fade(node)).play();
        }
    }

    /// Nodes on no window (pictures, tests) are where they belong at once.
    private static boolean isSeen(Node node) {
        return node.getScene() != null
                && node.getScene().getWindow() != null
                && node.getScene().getWindow().isShowing()
                && allowed();
    }

    private static FadeTransition fade(Node node) {
        FadeTransition fade = new FadeTransition(LENGTH, node);
        fade.setFromValue(0);
        fade.setToValue(1);
        return fade;
    }
}
