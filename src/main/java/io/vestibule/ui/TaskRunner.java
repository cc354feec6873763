package io.vestibule.ui;

import io.vestibule.base.Problem;
import io.vestibule.base.ProgressListener;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/// The only way to run background work. Tasks run off the FX thread, results arrive on it, and every caller has to
/// pass a failure handler.
///
/// All methods but [#runOnFxThread] are called on the FX thread. Exactly one of the two handlers is called, once,
/// after the task has left [#runningTasks]. A task that stopped because it was cancelled ends in `failed` with the
/// problem `ui.cancelled`; one that completed in spite of the cancellation ends in `done`.
public interface TaskRunner {

    /// @param label what the task does, in the user's words; shown in the status bar
    <T> BackgroundTask run(String label, Task<T> task, Consumer<? super T> done, Consumer<Problem> failed);

    default <T> BackgroundTask run(String label, Callable<T> task, Consumer<? super T> done, Consumer<Problem> failed) {
        return run(label, (ProgressListener _) -> task.call(), done, failed);
    }

    /// Like [#run], for tasks that are too small for the status bar: searches while typing, pictures of tiles.
    <T> BackgroundTask runUnlisted(Callable<T> task, Consumer<? super T> done, Consumer<Problem> failed);

    /// For listeners that are called on other threads and update the screen: runs at once on the FX thread, else
    /// later on it.
    void runOnFxThread(Runnable action);

    /// The running tasks, oldest first. Changes on the FX thread.
    ObservableList<BackgroundTask> runningTasks();

    /// Call when the window is closed: results of running tasks are dropped, and what the tasks use may be closed.
    default void stop() {}

    /// A task that reports its progress.
    @FunctionalInterface
    interface Task<T> {
        T call(ProgressListener progressListener) throws Exception;
    }
}
