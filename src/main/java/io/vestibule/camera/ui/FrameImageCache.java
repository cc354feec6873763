package io.vestibule.camera.ui;

import io.vestibule.photo.Frame;
import io.vestibule.photo.Pixels;
import java.nio.IntBuffer;
import java.util.IdentityHashMap;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;

/// Caches one image per frame, backed by the frame's own memory: showing a frame copies nothing and allocates next to
/// nothing. FX thread.
final class FrameImageCache {

    /// Null means that every pixel has changed.
    private static final Callback<PixelBuffer<IntBuffer>, @Nullable Rectangle2D> WHOLE = _ -> null;

    private record Live(PixelBuffer<IntBuffer> buffer, Image image) {}

    private final IdentityHashMap<Frame, Live> images = new IdentityHashMap<>();
    private int width;
    private int height;

    /// @param frame leased by the caller for as long as the image is shown
    Image of(Frame frame) {
        Pixels pixels = frame.pixels();
        if (pixels.width() != width || pixels.height() != height) {
            images.clear(); // the camera has other frames now
            width = pixels.width();
            height = pixels.height();
        }
        Live live = images.get(frame);
        if (live == null) {
            live = over(pixels);
            images.put(frame, live);
        } else {
            live.buffer().updateBuffer(WHOLE);
        }
        return live.image();
    }

    void clear() {
        images.clear();
    }

    /// Opaque pixels have the same value premultiplied or not.
    private static Live over(Pixels pixels) {
        var buffer = new PixelBuffer<>(
                pixels.width(), pixels.height(), IntBuffer.wrap(pixels.argb()), PixelFormat.getIntArgbPreInstance());
        return new Live(buffer, new WritableImage(buffer));
    }
}
