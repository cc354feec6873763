package io.vestibule.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.util.Duration;

/// Runs an action on the FX thread when a time has passed. While an animation runs, a `PauseTransition` of minutes too,
/// JavaFX works sixty times a second; this waits without any work. FX thread only.
public final class DelayedAction {

    private final Duration after;
    private final Runnable action;
    private int set;

    public DelayedAction(Duration after, Runnable action) {
        this.after = after;
        this.action = action;
    }

    /// Counts from now; what was set before is forgotten.
    public void start() {
        int mine = ++set;
        CompletableFuture.delayedExecutor((long) after.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> Platform.runLater(() -> {
                    if (mine == set) {
                        action.run();
                    }
                }));
    }

    public void stop() {
        set++;
    }
}
