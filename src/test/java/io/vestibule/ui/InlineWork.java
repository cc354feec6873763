package io.vestibule.ui;

import io.vestibule.base.Problem;
import io.vestibule.base.Progress;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Work that is over when `run` returns, on the caller's thread: for tests of models, which then need no toolkit.
public final class InlineWork implements Work {

    private final ObservableList<Job> jobs = FXCollections.observableArrayList();
    private final Function<Throwable, Problem> problems;

    public InlineWork() {
        this(failure -> Unexpected.of(failure).problem());
    }

    public InlineWork(Function<Throwable, Problem> problems) {
        this.problems = problems;
    }

    @Override
    public <T> Job run(String label, Task<T> task, Consumer<? super T> done, Consumer<Problem> failed) {
        Job job = new Job(label, () -> {});
        jobs.add(job);
        T outcome;
        try {
            Progress progress = job::at;
            outcome = task.call(progress);
        } catch (Exception failure) {
            jobs.remove(job);
            failed.accept(problems.apply(failure));
            return job;
        }
        jobs.remove(job);
        done.accept(outcome);
        return job;
    }

    @Override
    public <T> Job quietly(Callable<T> task, Consumer<? super T> done, Consumer<Problem> failed) {
        return run("", task, done, failed);
    }

    @Override
    public void onScreen(Runnable action) {
        action.run();
    }

    @Override
    public ObservableList<Job> running() {
        return jobs;
    }
}
