package io.vestibule.ui;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Coalesces triggers: runs the action once, a fixed time after the first of them.
public final class Debouncer {

    private final TaskRunner taskRunner;
    private final Runnable action;
    private final PauseTransition pause;
    private final AtomicBoolean pending = new AtomicBoolean();
    private boolean active;

    /// @param moment the delay during which triggers are coalesced
    /// @param action run on the FX thread
    public Debouncer(TaskRunner taskRunner, Duration moment, Runnable action) {
        this.taskRunner = taskRunner;
        this.action = action;
        this.pause = new PauseTransition(moment);
        pause.setOnFinished(_ -> {
            pending.set(false);
            action.run();
        });
    }

    /// Runs the action at once, and starts to accept triggers. FX thread.
    public void start() {
        active = true;
        action.run();
    }

    /// Discards a pending trigger, and accepts none until [#start]. FX thread.
    public void stop() {
        active = false;
        pause.stop();
        pending.set(false);
    }

    /// Requests a run of the action. Thread-safe.
    public void trigger() {
        if (pending.compareAndSet(false, true)) {
            taskRunner.runOnFxThread(() -> {
                if (active) {
                    pause.playFromStart();
                } else {
                    pending.set(false);
                }
            });
        }
    }
}
