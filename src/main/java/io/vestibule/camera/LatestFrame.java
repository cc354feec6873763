package io.vestibule.camera;

import io.vestibule.photo.Frame;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A slot for the newest frame; an older one in it is closed unused. For a consumer that is slower than the camera.
/// Thread-safe.
public final class LatestFrame implements AutoCloseable {

    private final AtomicReference<@Nullable Frame> slot = new AtomicReference<>();

    /// @param frame retained; the caller keeps its own lease
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
