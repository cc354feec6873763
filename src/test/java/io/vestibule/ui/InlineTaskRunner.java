package io.vestibule.ui;

import io.vestibule.base.Problem;
import io.vestibule.base.ProgressListener;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A task runner whose tasks are complete when `run` returns, on the caller's thread: for tests of models, which then
/// need no JavaFX toolkit.
public final class InlineTaskRunner implements TaskRunner {

    private final ObservableList<BackgroundTask> jobs = FXCollections.observableArrayList();
    private final Function<Throwable, Problem> problems;

    public InlineTaskRunner() {
        this(failure -> UnexpectedFailure.of(failure).problem());
    }

    public InlineTaskRunner(Function<Throwable, Problem> problems) {
        this.problems = problems;
    }

    @Override
    public <T> BackgroundTask run(String label, Task<T> task, Consumer<? super T> done, Consumer<Problem> failed) {
        BackgroundTask backgroundTask = new BackgroundTask(label, () -> {});
        jobs.add(backgroundTask);
        T outcome;
        try {
            ProgressListener progressListener = backgroundTask::setProgress;
            outcome = task.call(progressListener);
        } catch (Exception failure) {
            jobs.remove(backgroundTask);
            failed.accept(problems.apply(failure));
            return backgroundTask;
        }
        jobs.remove(backgroundTask);
        done.accept(outcome);
        return backgroundTask;
    }

    @Override
    public <T> BackgroundTask runUnlisted(Callable<T> task, Consumer<? super T> done, Consumer<Problem> failed) {
        return run("", task, done, failed);
    }

    @Override
    public void runOnFxThread(Runnable action) {
        action.run();
    }

    @Override
    public ObservableList<BackgroundTask> runningTasks() {
        return jobs;
    }
}
