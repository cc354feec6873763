package io.vestibule.photo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pool of a few frames of one size. When all are leased, the camera's picture is dropped: there is no queue, and
/// nothing is allocated while the size stays the same.
public final class FramePool {

    private final int most;
    private final List<Frame> frames = new ArrayList<>();
    private int width;
    private int height;

    /// @param most maximum number of leased frames; one of 1280 x 720 takes 3.7 MB
    public FramePool(int most) {
        if (most < 2) {
            throw new IllegalArgumentException("One frame is shown while the next is filled");
        }
        this.most = most;
    }

    /// A lease of a free frame, which still has its previous content; null when all are leased.
    public synchronized @Nullable Frame lease(int wantedWidth, int wantedHeight) {
        if (wantedWidth != width || wantedHeight != height) {
            frames.clear();
            width = wantedWidth;
            height = wantedHeight;
        }
        for (Frame frame : frames) {
            if (frame.tryAcquire()) {
                return frame;
            }
        }
        if (frames.size() == most) {
            return null;
        }
        Frame frame = new Frame(new Pixels(width, height, new int[Math.multiplyExact(width, height)]));
        frame.tryAcquire();
        frames.add(frame);
        return frame;
    }

    /// Leased frames of the current size.
    public synchronized int inUse() {
        return (int) frames.stream().filter(frame -> !frame.isFree()).count();
    }
}
