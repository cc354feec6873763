package io.vestibule.camera.jpeg;

import io.vestibule.photo.Frame;
import io.vestibule.photo.FramePool;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

/// Decodes directly into the frame. The library contains the standard Huffman tables itself.
final class TurboJpegDecoder implements JpegDecoder {

    private final TurboJpeg turbo;
    private final MemorySegment handle;

    TurboJpegDecoder(TurboJpeg turbo) {
        this.turbo = turbo;
        this.handle = turbo.create();
    }

    @Override
    public boolean decode(byte[] bytes, int length, FramePool pool, Consumer<Frame> sink) {
        var shape = JpegHeader.of(bytes, length).orElse(null);
        if (shape == null) {
            return false;
        }
        Frame frame = pool.lease(shape.width(), shape.height());
        if (frame == null) {
            return true;
        }
        try (frame) {
            int[] argb = frame.pixels().argb();
            if (!turbo.decompress(handle, bytes, length, shape.width(), shape.height(), argb)) {
                return false;
            }
            sink.accept(frame);
            return true;
        }
    }

    @Override
    public void close() {
        turbo.destroy(handle);
    }
}
