package io.vestibule.camera.stream;

import io.vestibule.clip.ClipStream;
import io.vestibule.photo.Frame;
import io.vestibule.photo.FramePool;
import io.vestibule.photo.Pixels;
import org.jspecify.annotations.Nullable;

/// The newest picture of a stream, in memory that is reused. Not thread-safe.
final class LatestPixels {

    private final ClipStream stream;
    private Pixels pixels;

    LatestPixels(ClipStream stream) {
        this.stream = stream;
        this.pixels = new Pixels(stream.width(), stream.height(), new int[stream.width() * stream.height()]);
    }

    void update() {
        if (stream.turns() == 0) {
            stream.copyTo(pixels.argb());
        } else {
            pixels = stream.pixels();
        }
    }

    /// A frame with the picture; null if the pool has none free.
    @Nullable
    Frame lease(FramePool pool) {
        Frame frame = pool.lease(pixels.width(), pixels.height());
        if (frame != null) {
            System.arraycopy(pixels.argb(), 0, frame.pixels().argb(), 0, pixels.argb().length);
        }
        return frame;
    }
}
