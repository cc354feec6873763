package io.vestibule.capture.ui;

import io.vestibule.base.Problem;
import io.vestibule.camera.LatestFrame;
import io.vestibule.capture.CaptureLook;
import io.vestibule.capture.CaptureSession;
import io.vestibule.photo.Frame;
import io.vestibule.ui.Work;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Has a capture session look at the newest frame, in the background, one look after the other: while it looks, frames
/// go by unseen. From its making to [#end]; FX thread, but for [#frame].
final class Guide {

    /// What one look gave, and how many photos there are after it.
    record Seen(CaptureLook look, int taken) {}

    private final CaptureSession session;
    private final Work work;
    private final InstantSource clock;
    private final Consumer<Seen> seen;
    private final Consumer<Problem> failed;
    private final LatestFrame newest = new LatestFrame();
    private final AtomicBoolean idle = new AtomicBoolean(true);
    private final List<Consumer<CaptureSession>> wishes = new ArrayList<>();
    private final Runnable next = this::next;
    private volatile boolean over;

    Guide(CaptureSession session, Work work, InstantSource clock, Consumer<Seen> seen, Consumer<Problem> failed) {
        this.session = session;
        this.work = work;
        this.clock = clock;
        this.seen = seen;
        this.failed = failed;
    }

    /// The camera's thread.
    void frame(Frame frame) {
        if (over) {
            return;
        }
        newest.put(frame);
        if (idle.compareAndSet(true, false)) {
            work.onScreen(next);
        }
    }

    /// Something the session is to be told before its next look.
    void wish(Consumer<CaptureSession> wish) {
        wishes.add(wish);
    }

    void end() {
        over = true;
        newest.close();
    }

    private void next() {
        if (over) {
            newest.close();
            return;
        }
        @Nullable Frame frame = newest.take();
        if (frame == null) {
            idle.set(true);
            // One may have come before that was said.
            if (!newest.isEmpty() && idle.compareAndSet(true, false)) {
                work.onScreen(next);
            }
            return;
        }
        var told = List.copyOf(wishes);
        wishes.clear();
        work.quietly(() -> look(frame, told), this::show, this::fail);
    }

    private Seen look(Frame frame, List<Consumer<CaptureSession>> told) {
        try (frame) {
            told.forEach(wish -> wish.accept(session));
            var look = session.look(frame.pixels(), clock.instant());
            return new Seen(look, session.taken());
        }
    }

    private void show(Seen now) {
        if (!over) {
            seen.accept(now);
        }
        next();
    }

    private void fail(Problem problem) {
        if (!over) {
            failed.accept(problem);
        }
    }
}
