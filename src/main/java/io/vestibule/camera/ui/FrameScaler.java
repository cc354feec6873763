package io.vestibule.camera.ui;

import io.vestibule.photo.Frame;
import io.vestibule.photo.FramePool;
import org.jspecify.annotations.Nullable;

/// Scales frames to their display size, if the screen requested that. The FX thread sets the size; the rest runs on
/// the camera's thread.
final class FrameScaler {

    /// One frame is shown, one was shown before, one waits, one is being filled.
    private static final int FRAMES = 4;

    /// @param width,height in pixels of the screen
    private record Place(int width, int height) {}

    private record Made(Place place, int width, int height, PreviewScaler scale) {}

    private final FramePool pool = new FramePool(FRAMES);
    private volatile @Nullable Place place;
    private @Nullable Made made;

    /// @param width,height in pixels of the screen; 0 if there is no space
    void setTarget(int width, int height) {
        place = width > 0 && height > 0 ? new Place(width, height) : null;
    }

    /// A leased frame with the scaled picture; null if frames are shown unscaled, or all are in use.
    @Nullable
    Frame fit(Frame frame) {
        Place now = place;
        var pixels = frame.pixels();
        if (now == null || pixels.width() < 2 || pixels.height() < 2) {
            return null;
        }
        Made ready = made;
        if (ready == null
                || !ready.place().equals(now)
                || ready.width() != pixels.width()
                || ready.height() != pixels.height()) {
            ready = new Made(
                    now,
                    pixels.width(),
                    pixels.height(),
                    new PreviewScaler(pixels.width(), pixels.height(), now.width(), now.height()));
            made = ready;
        }
        Frame fitted = pool.lease(now.width(), now.height());
        if (fitted != null) {
            ready.scale().draw(pixels.argb(), fitted.pixels().argb());
        }
        return fitted;
    }
}
