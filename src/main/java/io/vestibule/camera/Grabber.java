package io.vestibule.camera;

import io.vestibule.photo.Frame;
import io.vestibule.photo.FramePool;
import java.util.function.Consumer;

/// An open camera. Used by one thread; an interrupt of that thread does no harm.
public interface Grabber extends AutoCloseable {

    /// Waits for the next picture, a quarter of a second at most.
    ///
    /// @param pool supplies the frame; if none is free, the picture is dropped
    /// @param sink gets the frame, leased for the duration of the call
    /// @return whether a whole picture came, dropped or not
    /// @throws CameraException when no more pictures can come
    boolean grab(FramePool pool, Consumer<Frame> sink) throws CameraException;

    /// Releases everything. Does not throw.
    @Override
    void close();
}
