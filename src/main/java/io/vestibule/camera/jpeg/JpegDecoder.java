package io.vestibule.camera.jpeg;

import io.vestibule.photo.Frame;
import io.vestibule.photo.FramePool;
import java.util.function.Consumer;

/// From the JPEGs of one camera to frames. Used by one thread.
public interface JpegDecoder extends AutoCloseable {

    /// @param bytes holds the picture from its start; not kept
    /// @param pool where the picture goes; if no frame is free, the picture is dropped
    /// @param sink is lent the picture
    /// @return whether it was a whole picture, dropped or not
    boolean decode(byte[] bytes, int length, FramePool pool, Consumer<Frame> sink);

    @Override
    void close();
}
