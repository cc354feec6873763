package io.vestibule.camera;

import io.vestibule.photo.Frame;
import io.vestibule.photo.FramePool;
import java.util.function.Consumer;

/// An open camera. Used by one thread; an interrupt of that thread does no harm.
public interface Grabber extends AutoCloseable {

    /// Waits for the next picture, a quarter of a second at most.
    ///
    /// @param pool where the picture goes; if no frame is free, the picture is dropped
    /// @param sink is lent the picture
    /// @return whether a whole picture came, dropped or not
    /// @throws CameraException when none can come any more
    boolean grab(FramePool pool, Consumer<Frame> sink) throws CameraException;

    /// Frees everything. Does not fail.
    @Override
    void close();
}
