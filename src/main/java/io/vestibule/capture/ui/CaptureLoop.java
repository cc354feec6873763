package io.vestibule.capture.ui;

import io.vestibule.base.Problem;
import io.vestibule.camera.LatestFrame;
import io.vestibule.capture.CaptureSession;
import io.vestibule.capture.CaptureUpdate;
import io.vestibule.photo.Frame;
import io.vestibule.ui.TaskRunner;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs a capture session on the newest frame, in the background, one frame after the other: frames that arrive
/// meanwhile are dropped. Runs from its creation to [#stop]; FX thread, but for [#frame].
final class CaptureLoop {

    /// The result of one frame, and how many photos there are after it, of how many.
    record FrameResult(CaptureUpdate look, int taken, int wanted) {}

    private final CaptureSession session;
    private final TaskRunner taskRunner;
    private final InstantSource clock;
    private final Consumer<FrameResult> seen;
    private final Consumer<Problem> failed;
    private final LatestFrame newest = new LatestFrame();
    private final AtomicBoolean idle = new AtomicBoolean(true);
    private final List<Consumer<CaptureSession>> pendingCommands = new ArrayList<>();
    private final Runnable next = this::next;
    private volatile boolean stopped;

    CaptureLoop(
            CaptureSession session,
            TaskRunner taskRunner,
            InstantSource clock,
            Consumer<FrameResult> seen,
            Consumer<Problem> failed) {
        this.session = session;
        this.taskRunner = taskRunner;
        this.clock = clock;
        this.seen = seen;
        this.failed = failed;
    }

    /// Called on the camera's thread.
    void frame(Frame frame) {
        if (stopped) {
            return;
        }
        newest.put(frame);
        if (idle.compareAndSet(true, false)) {
            taskRunner.runOnFxThread(next);
        }
    }

    /// Queues a command that the session gets before its next frame.
    void enqueue(Consumer<CaptureSession> command) {
        pendingCommands.add(command);
    }

    void stop() {
        stopped = true;
        newest.close();
    }

    private void next() {
        if (stopped) {
            newest.close();
            return;
        }
        @Nullable Frame frame = newest.take();
        if (frame == null) {
            idle.set(true);
            // A frame may have arrived before `idle` was set.
            if (!newest.isEmpty() && idle.compareAndSet(true, false)) {
                taskRunner.runOnFxThread(next);
            }
            return;
        }
        var commands = List.copyOf(pendingCommands);
        pendingCommands.clear();
        taskRunner.runUnlisted(() -> process(frame, commands), this::show, this::fail);
    }

    private FrameResult process(Frame frame, List<Consumer<CaptureSession>> commands) {
        try (frame) {
            commands.forEach(command -> command.accept(session));
            var look = session.processFrame(frame.pixels(), clock.instant());
            return new FrameResult(look, session.capturedCount(), session.wantedCount());
        }
    }

    private void show(FrameResult now) {
        if (!stopped) {
            seen.accept(now);
        }
        next();
    }

    private void fail(Problem problem) {
        if (!stopped) {
            failed.accept(problem);
        }
    }
}
