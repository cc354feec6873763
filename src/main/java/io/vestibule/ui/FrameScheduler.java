package io.vestibule.ui;

import javafx.animation.AnimationTimer;

/// What can wait until something is on the screen. FX thread only.
public final class FrameScheduler {

    /// After which what was shown last is drawn, and a key that was pressed has been taken. What can wait longer waits
    /// for more, one thing a frame, so that keys are shown between them.
    public static final int DRAWN = 3;

    private FrameScheduler() {}

    /// Runs `action` in the frame that follows `shown` others.
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
