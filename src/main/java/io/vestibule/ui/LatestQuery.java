package io.vestibule.ui;

import io.vestibule.base.Problem;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Debounced background queries, for example while typing into a search field: a query starts when no newer one
/// follows for a while, and only the result of the newest one arrives. An older one that is still running is
/// cancelled. FX thread only.
public final class LatestQuery<Q, A> {

    private final TaskRunner taskRunner;
    private final Question<Q, A> question;
    private final Consumer<? super A> done;
    private final Consumer<Problem> failed;
    private final Duration quiet;
    private @Nullable PauseTransition pause;
    private @Nullable BackgroundTask backgroundTask;
    private long newest;
    private boolean answered;
    private @Nullable Runnable whenAnswered;

    /// @param quiet time without a newer query before a query starts; zero starts it at once
    public LatestQuery(
            TaskRunner taskRunner,
            Duration quiet,
            Question<Q, A> question,
            Consumer<? super A> done,
            Consumer<Problem> failed) {
        this.taskRunner = taskRunner;
        this.quiet = quiet;
        this.question = question;
        this.done = done;
        this.failed = failed;
    }

    public void submit(Q query) {
        stop();
        long mine = newest;
        if (quiet.toMillis() <= 0) {
            start(query, mine);
            return;
        }
        PauseTransition waiting = new PauseTransition(quiet);
        waiting.setOnFinished(_ -> start(query, mine));
        pause = waiting;
        waiting.play();
    }

    /// Whether the result of the newest query has arrived. Otherwise what is shown belongs to an older query,
    /// and must not be acted on by a key that was pressed with the newer one in mind.
    public boolean isAnswered() {
        return answered;
    }

    /// Runs the action with the result of the newest query: at once where it is there, or when it has arrived, for a
    /// key that was pressed before. A newer query or [#stop] drops the action.
    ///
    /// @param focused whether the search field has the focus; the action is dropped if it was left meanwhile
    public void whenAnswered(ObservableBooleanValue focused, Runnable action) {
        if (answered) {
            action.run();
        } else {
            whenAnswered = () -> {
                if (focused.get()) {
                    action.run();
                }
            };
        }
    }

    /// Cancels the query: its result will not arrive.
    public void stop() {
        newest++;
        answered = false;
        whenAnswered = null;
        if (pause != null) {
            pause.stop();
            pause = null;
        }
        if (backgroundTask != null) {
            backgroundTask.cancel();
            backgroundTask = null;
        }
    }

    private void start(Q query, long mine) {
        backgroundTask = taskRunner.runUnlisted(
                () -> question.answer(query),
                answer -> deliver(mine, () -> {
                    answered = true;
                    Runnable waiting = whenAnswered;
                    whenAnswered = null;
                    done.accept(answer);
                    if (waiting != null) {
                        waiting.run();
                    }
                }),
                problem -> deliver(mine, () -> failed.accept(problem)));
    }

    private void deliver(long mine, Runnable handler) {
        if (mine == newest) {
            backgroundTask = null;
            handler.run();
        }
    }

    /// Runs in the background.
    @FunctionalInterface
    public interface Question<Q, A> {
        A answer(Q query) throws Exception;
    }
}
