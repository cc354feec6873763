package io.vestibule.ui;

import io.vestibule.base.Problem;
import io.vestibule.base.ProgressListener;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/// The one door to the background. Work runs off the FX thread, its outcome arrives on it, and nobody can forget to
/// say what happens when it fails.
///
/// All methods but [#runOnFxThread] are called on the FX thread. Exactly one of the two handlers is called, once, after
/// the job has left [#runningTasks]. A job that stopped because it was cancelled ends in `failed` with the problem
/// `ui.cancelled`; one that came to its end all the same is done.
public interface TaskRunner {

    /// @param label what is being done, in the user's words; shown in the status bar
    <T> BackgroundTask run(String label, Task<T> task, Consumer<? super T> done, Consumer<Problem> failed);

    default <T> BackgroundTask run(String label, Callable<T> task, Consumer<? super T> done, Consumer<Problem> failed) {
        return run(label, (ProgressListener _) -> task.call(), done, failed);
    }

    /// Like [#run], but not worth a line in the status bar: searches while typing, pictures of tiles.
    <T> BackgroundTask runUnlisted(Callable<T> task, Consumer<? super T> done, Consumer<Problem> failed);

    /// Lets listeners that are called on other threads touch the screen: runs at once on the FX thread, else soon.
    void runOnFxThread(Runnable action);

    /// What is running now, oldest first. Changes on the FX thread.
    ObservableList<BackgroundTask> runningTasks();

    /// The window has gone: what is still running ends unheard, and what it works with may be closed under it.
    default void stop() {}

    /// Work that tells how far it is.
    @FunctionalInterface
    interface Task<T> {
        T call(ProgressListener progressListener) throws Exception;
    }
}
