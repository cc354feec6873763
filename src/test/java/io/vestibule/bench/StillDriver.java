package io.vestibule.bench;

import io.vestibule.camera.CameraDevice;
import io.vestibule.camera.CameraDriver;
import io.vestibule.camera.Grabber;
import io.vestibule.photo.Frame;
import io.vestibule.photo.FramePool;
import io.vestibule.photo.Pixels;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// A camera of 30 pictures a second with no cost of its own: each frame is filled once, and after that one pixel of
/// it changes.
final class StillDriver implements CameraDriver {

    private static final long INTERVAL = 1_000_000_000L / 30;
    private static final CameraDevice DEVICE = new CameraDevice("still", "Still");

    private final Pixels picture;

    StillDriver(Pixels picture) {
        this.picture = picture;
    }

    @Override
    public List<CameraDevice> devices() {
        return List.of(DEVICE);
    }

    @Override
    public Grabber open(CameraDevice device) {
        return new Still();
    }

    private final class Still implements Grabber {

        private long due = System.nanoTime();
        private int count;

        @Override
        public boolean grab(FramePool pool, Consumer<Frame> sink) {
            due = Math.max(due + INTERVAL, System.nanoTime() - INTERVAL);
            while (due > System.nanoTime()) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Frame frame = pool.lease(picture.width(), picture.height());
            if (frame != null) {
                try (frame) {
                    int[] argb = frame.pixels().argb();
                    if (argb[1] == 0) {
                        System.arraycopy(picture.argb(), 0, argb, 0, argb.length);
                    }
                    argb[0] = 0xFF000000 | count++;
                    sink.accept(frame);
                }
            }
            return true;
        }

        @Override
        public void close() {
            // Nothing to release.
        }
    }
}
