package io.vestibule.ui;

import javafx.animation.AnimationTimer;

/// Defers work until the window has drawn some more frames. FX thread only.
public final class FrameScheduler {

    /// Number of frames after which the last change is drawn and a pending key press is handled. Less urgent work
    /// uses higher numbers, one task per frame, so that typed keys are drawn in between.
    public static final int DRAWN = 3;

    private FrameScheduler() {}

    /// Runs `action` in the frame after `shown` other frames.
    public static void runAfter(int shown, Runnable action) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (frames++ >= shown) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }
}
