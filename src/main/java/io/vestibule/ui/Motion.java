package io.vestibule.ui;

import javafx.animation.FadeTransition;
import javafx.animation.ParallelTransition;
import javafx.animation.TranslateTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.util.Duration;

/// The few animations: never longer than 150 ms, and none where the system asks for reduced motion.
public final class Motion {

    private static final Duration LENGTH = Duration.millis(150);

    private Motion() {}

    /// FX thread only, like the platform's preferences.
    public static boolean allowed() {
        return !Platform.getPreferences().isReducedMotion();
    }

    public static void fadeIn(Node node) {
        if (isSeen(node)) {
            fade(node).play();
        }
    }

    /// Slides a node down to its position from `distance` pixels above it.
    public static void slideIn(Node node, double distance) {
        if (isSeen(node)) {
            TranslateTransition slide = new TranslateTransition(LENGTH, node);
            slide.setFromY(-distance);
            slide.setToY(0);
            new ParallelTransition(slide, fade(node)).play();
        }
    }

    /// Nodes that are in no window (pictures, tests) get their final position at once.
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
