package io.vestibule.ui;

import io.vestibule.base.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Work that waits until it is let go, one at a time: for what happens meanwhile. FX thread only.
public final class HeldTaskRunner implements TaskRunner {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final TaskRunner at;
    private boolean held;

    /// @param at does the work once it is let go
    public HeldTaskRunner(TaskRunner at) {
        this.at = at;
    }

    /// From now on work waits.
    public void hold() {
        held = true;
    }

    public int waiting() {
        return waiting.size();
    }

    /// Does the oldest that waits.
    public void letOneGo() {
        waiting.remove().run();
    }

    /// Does all that waits and what comes of it, and holds no more.
    public void letGo() {
        held = false;
        while (!waiting.isEmpty()) {
            letOneGo();
        }
    }

    /// As [#letGo], but always the newest first: tasks on threads of their own may end in any order.
    public void letGoNewestFirst() {
        held = false;
        while (!waiting.isEmpty()) {
            waiting.removeLast().run();
        }
    }

    @Override
    public <T> BackgroundTask run(String label, Task<T> task, Consumer<? super T> done, Consumer<Problem> failed) {
        if (!held) {
            return at.run(label, task, done, failed);
        }
        waiting.add(() -> at.run(label, task, done, failed));
        return new BackgroundTask(label, () -> {});
    }

    @Override
    public <T> BackgroundTask runUnlisted(Callable<T> task, Consumer<? super T> done, Consumer<Problem> failed) {
        return run("", _ -> task.call(), done, failed);
    }

    @Override
    public void runOnFxThread(Runnable action) {
        action.run();
    }

    @Override
    public ObservableList<BackgroundTask> runningTasks() {
        return FXCollections.emptyObservableList();
    }
}
