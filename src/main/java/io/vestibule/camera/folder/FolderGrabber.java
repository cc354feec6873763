package io.vestibule.camera.folder;

import io.vestibule.camera.Grabber;
import io.vestibule.photo.Frame;
import io.vestibule.photo.FramePool;
import io.vestibule.photo.Pixels;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Delivers pictures at a fixed frame rate.
final class FolderGrabber implements Grabber {

    private static final long MOST_WAIT = 250_000_000;

    private final List<Pixels> pictures;
    private final long interval;
    private final int hold;
    private long due = System.nanoTime();
    private int next;

    /// @param hold number of frames with the same picture
    FolderGrabber(List<Pixels> pictures, int rate, int hold) {
        this.pictures = pictures;
        this.hold = hold;
        this.interval = 1_000_000_000L / rate;
    }

    @Override
    public boolean grab(FramePool pool, Consumer<Frame> sink) {
        long wait = due - System.nanoTime();
        if (wait > 0) {
            LockSupport.parkNanos(Math.min(wait, MOST_WAIT));
        }
        if (due - System.nanoTime() > 0) {
            return false;
        }
        due = Math.max(due + interval, System.nanoTime());
        Pixels picture = pictures.get(next / hold);
        next = (next + 1) % (pictures.size() * hold);
        Frame frame = pool.lease(picture.width(), picture.height());
        if (frame != null) {
            try (frame) {
                System.arraycopy(picture.argb(), 0, frame.pixels().argb(), 0, picture.argb().length);
                sink.accept(frame);
            }
        }
        return true;
    }

    @Override
    public void close() {
        // Nothing to release but memory.
    }
}
