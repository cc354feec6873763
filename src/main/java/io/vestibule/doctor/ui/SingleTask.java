package io.vestibule.doctor.ui;

import io.vestibule.base.Problem;
import io.vestibule.ui.BackgroundTask;
import io.vestibule.ui.TaskRunner;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A task of which one runs at a time. FX thread.
final class SingleTask {

    private final TaskRunner taskRunner;
    private final ReadOnlyObjectWrapper<Optional<BackgroundTask>> running =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    SingleTask(TaskRunner taskRunner) {
        this.taskRunner = taskRunner;
    }

    ReadOnlyObjectProperty<Optional<BackgroundTask>> running() {
        return running.getReadOnlyProperty();
    }

    boolean isIdle() {
        return running.get().isEmpty();
    }

    /// A second call while it runs does nothing.
    ///
    /// @param ended called after the task, whether it succeeded or not
    <T> void run(String label, TaskRunner.Task<T> work, Runnable ended, Consumer<Problem> failed) {
        if (!isIdle()) {
            return;
        }
        var task = taskRunner.run(label, work, _ -> end(ended), problem -> {
            end(ended);
            failed.accept(problem);
        });
        if (taskRunner.runningTasks().contains(task)) {
            running.set(Optional.of(task));
        }
    }

    void cancel() {
        running.get().ifPresent(BackgroundTask::cancel);
    }

    private void end(Runnable ended) {
        running.set(Optional.empty());
        ended.run();
    }
}
