package io.vestibule.ui;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Many changes that come together are answered once, a moment after the first of them.
public final class Gathering {

    private final Work work;
    private final Runnable answer;
    private final PauseTransition pause;
    private final AtomicBoolean told = new AtomicBoolean();
    private boolean open;

    /// @param moment how long to gather
    /// @param answer run on the FX thread
    public Gathering(Work work, Duration moment, Runnable answer) {
        this.work = work;
        this.answer = answer;
        this.pause = new PauseTransition(moment);
        pause.setOnFinished(_ -> {
            told.set(false);
            answer.run();
        });
    }

    /// Answers at once, and from now on. FX thread.
    public void start() {
        open = true;
        answer.run();
    }

    /// What was gathered is forgotten. FX thread.
    public void stop() {
        open = false;
        pause.stop();
        told.set(false);
    }

    /// Something changed. Any thread.
    public void changed() {
        if (told.compareAndSet(false, true)) {
            work.onScreen(() -> {
                if (open) {
                    pause.playFromStart();
                } else {
                    told.set(false);
                }
            });
        }
    }
}
