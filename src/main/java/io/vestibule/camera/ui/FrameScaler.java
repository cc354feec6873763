package io.vestibule.camera.ui;

import io.vestibule.photo.Frame;
import io.vestibule.photo.FramePool;
import org.jspecify.annotations.Nullable;

/// Fits frames to their place on the screen, where the screen asked for it. The place is told by the FX thread; the
/// rest happens on the camera's thread.
final class FrameScaler {

    /// One is shown, one was shown before, one waits, one is filled.
    private static final int FRAMES = 4;

    /// @param width,height in pixels of the screen
    private record Place(int width, int height) {}

    private record Made(Place place, int width, int height, PreviewScaler scale) {}

    private final FramePool pool = new FramePool(FRAMES);
    private volatile @Nullable Place place;
    private @Nullable Made made;

    /// @param width,height in pixels of the screen; 0 if there is no room
    void setTarget(int width, int height) {
        place = width > 0 && height > 0 ? new Place(width, height) : null;
    }

    /// A leased frame with the picture as it is shown; null if frames are shown as they are, or all are in use.
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
