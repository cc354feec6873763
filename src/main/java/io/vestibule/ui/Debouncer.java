package io.vestibule.ui;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Many changes that come together are answered once, a moment after the first of them.
public final class Debouncer {

    private final TaskRunner taskRunner;
    private final Runnable action;
    private final PauseTransition pause;
    private final AtomicBoolean pending = new AtomicBoolean();
    private boolean active;

    /// @param moment how long to gather
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

    /// Answers at once, and from now on. FX thread.
    public void start() {
        active = true;
        action.run();
    }

    /// What was gathered is forgotten. FX thread.
    public void stop() {
        active = false;
        pause.stop();
        pending.set(false);
    }

    /// Something changed. Any thread.
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
