package io.vestibule.ui;

import io.vestibule.base.InterruptShield;
import io.vestibule.base.Problem;
import io.vestibule.base.ProgressListener;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs tasks on virtual threads, one per task; the only class that switches to the FX thread. Cancelling
/// interrupts a task, but never inside the database ([InterruptShield]).
public final class FxTaskRunner implements TaskRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FxTaskRunner.class);

    private final Function<Throwable, Optional<Problem>> known;
    private volatile boolean stopped;
    private final ObservableList<BackgroundTask> jobs = FXCollections.observableArrayList();
    private final ObservableList<BackgroundTask> visible = FXCollections.unmodifiableObservableList(jobs);

    /// @param known maps an expected exception to its [Problem]; empty for unexpected ones, which are logged
    ///     and shown as `ui.unexpected` with a code that is the same each time
    public FxTaskRunner(Function<Throwable, Optional<Problem>> known) {
        this.known = known;
    }

    @Override
    public <T> BackgroundTask run(String label, Task<T> task, Consumer<? super T> done, Consumer<Problem> failed) {
        return start(new Running<>(label, task, done, failed, true));
    }

    @Override
    public <T> BackgroundTask runUnlisted(Callable<T> task, Consumer<? super T> done, Consumer<Problem> failed) {
        return start(new Running<>("", _ -> task.call(), done, failed, false));
    }

    @Override
    public void runOnFxThread(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    @Override
    public ObservableList<BackgroundTask> runningTasks() {
        return visible;
    }

    private <T> BackgroundTask start(Running<T> running) {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException("Work is started on the FX thread");
        }
        if (running.listed) {
            jobs.add(running.backgroundTask);
        }
        running.thread.start();
        return running.backgroundTask;
    }

    @Override
    public void stop() {
        stopped = true;
    }

    private Problem problemOf(Throwable failure) {
        return known.apply(failure).orElseGet(() -> {
            UnexpectedFailure unexpectedFailure = UnexpectedFailure.of(failure);
            LOG.error("Background work failed: {}", unexpectedFailure.trace());
            return unexpectedFailure.problem();
        });
    }

    private final class Running<T> implements ProgressListener {

        private final Task<T> task;
        private final Consumer<? super T> done;
        private final Consumer<Problem> failed;
        private final boolean listed;
        private final InterruptShield shield = new InterruptShield();
        private final Thread thread = Thread.ofVirtual().name("work").unstarted(() -> shield.run(this::work));
        private final BackgroundTask backgroundTask;
        private final AtomicReference<int @Nullable []> news = new AtomicReference<>();
        private volatile boolean cancelled;

        Running(String label, Task<T> task, Consumer<? super T> done, Consumer<Problem> failed, boolean listed) {
            this.task = task;
            this.done = done;
            this.failed = failed;
            this.listed = listed;
            this.backgroundTask = new BackgroundTask(label, this::cancel);
        }

        private void cancel() {
            cancelled = true;
            shield.interrupt();
        }

        private void work() {
            try {
                T outcome = task.call(this);
                finish(() -> done.accept(outcome));
            } catch (Throwable failure) {
                if (stopped) {
                    return;
                }
                Problem problem = cancelled ? Problem.of("ui.cancelled") : problemOf(failure);
                finish(() -> failed.accept(problem));
            }
        }

        private void finish(Runnable handler) {
            runOnFxThread(() -> {
                if (!stopped) {
                    jobs.remove(backgroundTask);
                    handler.run();
                }
            });
        }

        /// Coalesces thousands of steps a second: at most one update is queued on the FX thread.
        @Override
        public void onProgress(int doneNow, int totalNow) {
            if (news.getAndSet(new int[] {doneNow, totalNow}) == null) {
                runOnFxThread(() -> {
                    int[] latest = news.getAndSet(null);
                    if (latest != null) {
                        backgroundTask.setProgress(latest[0], latest[1]);
                    }
                });
            }
        }
    }
}
