package io.vestibule.camera;

import io.vestibule.photo.Frame;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A slot for one frame: the newest wins, the one before is given back unseen. For somebody who looks less often than
/// the camera does. Any thread.
public final class LatestFrame implements AutoCloseable {

    private final AtomicReference<@Nullable Frame> slot = new AtomicReference<>();

    /// @param frame shared, not taken over
    public void put(Frame frame) {
        swap(frame.retain());
    }

    /// The newest frame that was not taken yet, to be closed by the caller; null if there is none.
    public @Nullable Frame take() {
        return slot.getAndSet(null);
    }

    public boolean isEmpty() {
        return slot.get() == null;
    }

    /// Empties the slot.
    @Override
    public void close() {
        swap(null);
    }

    private void swap(@Nullable Frame next) {
        Frame before = slot.getAndSet(next);
        if (before != null) {
            before.close();
        }
    }
}
