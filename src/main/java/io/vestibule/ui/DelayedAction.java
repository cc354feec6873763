package io.vestibule.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.util.Duration;

/// Runs an action on the FX thread after a delay. While an animation runs, even a `PauseTransition` of minutes,
/// JavaFX pulses sixty times a second; this class waits without any work. FX thread only.
public final class DelayedAction {

    private final Duration after;
    private final Runnable action;
    private int set;

    public DelayedAction(Duration after, Runnable action) {
        this.after = after;
        this.action = action;
    }

    /// Starts the delay anew; discards an earlier one.
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
