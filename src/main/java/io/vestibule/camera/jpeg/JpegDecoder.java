package io.vestibule.camera.jpeg;

import io.vestibule.photo.Frame;
import io.vestibule.photo.FramePool;
import java.util.function.Consumer;

/// Decodes the JPEGs of one camera to frames. Used by one thread.
public interface JpegDecoder extends AutoCloseable {

    /// @param bytes contain the picture from index 0; not retained
    /// @param pool supplies the frame; if none is free, the picture is dropped
    /// @param sink gets the frame, leased for the duration of the call
    /// @return whether it was a whole picture, dropped or not
    boolean decode(byte[] bytes, int length, FramePool pool, Consumer<Frame> sink);

    @Override
    void close();
}
